using SalesBot.Data.Accounts;
using SalesBot.Data.Privacy;
using Xunit;

namespace SalesBot.Tests.Privacy;

/// <summary>What counts as a contact's own words, and what is left alone.</summary>
public sealed class PersonalWordsTests
{
    private static readonly Contact Jan = new(new("C-1"), new("A-1"), "Jan de Vries", ContactRole.Booker, "jan.devries@philips.example", "+31 6 5550 2001");

    private static readonly PersonalWords Words = PersonalWords.Of(Jan, ["Jan Jansen", "Piet de Vries", "Anna Visser"])!;

    [Theory]
    [InlineData("Gesproken met Jan de Vries over maart.", "Gesproken met ████████████ over maart.")]
    [InlineData("JAN DE VRIES belt terug", "████████████ belt terug")]
    [InlineData("Mail J. de Vries (jan.devries@philips.example)", "Mail ███████████ (███████████████████████████)")]
    [InlineData("Bel 06-55502001 of +31655502001", "Bel ███████████ of ████████████")]
    [InlineData("Jan de Vries' offerte, Jan de Vries's wens", "████████████' offerte, ████████████'s wens")]
    [InlineData("Met Jan de V… gesproken", "Met ████████… gesproken")]
    public void What_can_be_nobody_else_goes_everywhere(string text, string redacted) => Assert.Equal(redacted, Words.Redact(text, isNear: false));

    [Theory]
    [InlineData("Jan wil 45 kamers; de Vries tekent.", "███ wil 45 kamers; ████████ tekent.")]
    [InlineData("Januari met Jantje", "Januari met Jantje")]
    public void A_part_of_the_name_goes_in_what_is_about_the_account(string text, string redacted)
    {
        Assert.Equal(redacted, Words.Redact(text, isNear: true));
        Assert.Equal(text, Words.Redact(text, isNear: false));
    }

    [Fact]
    public void A_name_that_nobody_else_has_goes_everywhere()
    {
        var words = PersonalWords.Of(Jan with { Name = "Zoë Kanarievogel" }, ["Jan Jansen"])!;
        Assert.Equal("████████████s kamers", words.Redact("Kanarievogels kamers", isNear: false));
        Assert.Equal("████████████████ komt", words.Redact("Zoe Kanarievogel komt", isNear: false));
    }

    [Theory]
    [InlineData("Jan de Vries, 06 1234 5678, belt terug", "████████████, ████████████, belt terug")]
    [InlineData("Bereik Jan de Vries op jdv1969@gmail.example of +31 (0)6-12345678.", "Bereik ████████████ op █████████████████████ of █████████████████.")]
    [InlineData("Jan de Vries gezien! Piet is 06-87654321, info@philips.example", "████████████ gezien! Piet is 06-87654321, info@philips.example")]
    [InlineData("Jan de Vries via info@philips.example of 040 555 1234", "████████████ via info@philips.example of 040 555 1234")]
    public void A_mobile_number_or_address_beside_the_name_goes_though_no_record_knows_it(string text, string redacted) =>
        Assert.Equal(redacted, Words.Redact(text, isNear: false));

    [Fact]
    public void The_rest_of_a_note_is_kept_to_the_letter()
    {
        const string note = "Jan de Vries: 45 kamers in maart, € 12.500,00, Q-2026-0007, tel. receptie 040 555 1234.";
        Assert.Equal("████████████" + note["Jan de Vries".Length..], Words.Redact(note, isNear: true));
        Assert.Equal(note.Length, Words.Redact(note, isNear: true).Length);
    }
}
