namespace SalesBot.Cards.Documents;

/// <summary>Who a document comes from.</summary>
/// <param name="Address">Street, town; one line each.</param>
/// <param name="Contact">Telephone, e-mail, web address; one line each.</param>
/// <param name="Registration">Chamber of Commerce, VAT and bank account numbers, for the foot of each page.</param>
/// <param name="Terms">What holds for every quote.</param>
public sealed record Letterhead(
    Text Name, IReadOnlyList<string> Address, IReadOnlyList<string> Contact, IReadOnlyList<string> Registration, Text Terms)
{
    /// <summary>Where nothing was set: it names nobody, so that it is wrong for nobody.</summary>
    public static readonly Letterhead Default = new(
        new("Hotel en congrescentrum", "Hotel and conference centre"), [], [], [], new(
            "Zonder optiedatum zijn kamers en zalen onder voorbehoud van beschikbaarheid. Alle prijzen zijn in euro's en exclusief btw, tenzij "
            + "anders vermeld. Op onze aanbiedingen en overeenkomsten zijn de Uniforme Voorwaarden Horeca (UVH) van toepassing.",
            "Without an option date, rooms are subject to availability. All prices are in euros and exclusive of VAT unless stated otherwise. "
            + "The Uniform Conditions for the Hotel and Catering Industry (UVH) apply to our offers and agreements."));
}
