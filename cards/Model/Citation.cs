namespace SalesBot.Cards.Model;

/// <summary>What a statement by a language model rests on. The channel marks a card that has any as written by AI.</summary>
/// <param name="Position">The number that stands behind the statement in brackets.</param>
/// <param name="Name">What the source is, in at most 80 characters.</param>
/// <param name="Abstract">What it says, in at most 160 characters.</param>
public sealed record Citation(int Position, string Name, string Abstract);
