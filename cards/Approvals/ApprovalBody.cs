using SalesBot.Cards.Model;

namespace SalesBot.Cards.Approvals;

/// <summary>What one kind of thing says on its approval card; everything else on the card is the same for all kinds.</summary>
/// <param name="Name">How people call it: a quote's number, a plan's title.</param>
/// <param name="Stake">What is at stake, in a word or two for lists and notifications: an amount; null where there is none.</param>
/// <param name="Figures">What a decider weighs first: price, discount, margin.</param>
/// <param name="Content">What it is about in full, below the policy.</param>
/// <param name="ChangeForm">Inputs with which a decider approves with a change; empty: this kind is not changed on the card.</param>
public sealed record ApprovalBody(
    string Name, string? Stake, IReadOnlyList<Element> Figures, IReadOnlyList<Element> Content, IReadOnlyList<Input> ChangeForm);
