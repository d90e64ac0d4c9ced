using SalesBot.Data;
using SalesBot.Data.Exchange;

namespace SalesBot.Cards.Imports;

public static class ImportTexts
{
    public static readonly Text
        File = new("Bestand", "File"),
        Fetching = new("Ik kijk wat erin staat…", "I'm looking what is in it…"),
        NotYet = new("Nog niet overgenomen", "Not imported yet"),
        Added = new("Nieuw", "New"),
        Changed = new("Gewijzigd", "Changed"),
        Written = new("Nieuw of gewijzigd", "New or changed"),
        Unchanged = new("Staat er al zo", "Already there"),
        Moved = new("Verhuisd naar een ander team", "Moved to another team"),
        ByKey = new("Er wordt niets verwijderd. Alles of niets.", "Nothing is deleted. All or nothing."),
        Nothing = new("Alles staat er al zo; er is niets te doen.", "All of it is there already; there is nothing to do."),
        Untouched = new("Er is niets overgenomen.", "Nothing was imported."),
        Import = new("Overnemen", "Import"),
        Cancel = new("Annuleren", "Cancel"),
        Cancelled = new("Geannuleerd", "Cancelled"),
        Busy = new("Bezig", "Working"),
        Imported = new("Overgenomen", "Imported"),
        NotTaken = new("Niet overgenomen", "Not imported"),
        PutRight = new("Er is niets overgenomen. Pas het bestand aan en stuur het opnieuw.", "Nothing was imported. Put the file right and send it again."),
        SendAgain = new("Dit bestand heb ik niet meer. Stuur het gerust opnieuw.", "I don't have this file any more. Feel free to send it again."),
        Elsewhere = new("Er loopt net een andere import. Stuur het bestand zo nog eens.", "Another import is running. Send the file again in a moment."),
        AdministratorsOnly = new(
            "Dank je, maar bestanden neem ik alleen over van een beheerder. Typ of dicteer gerust wat je kwijt wilt.",
            "Thank you, but I take files from an administrator only. Feel free to type or dictate what you want to tell me."),
        InOwnChat = new("Stuur me bestanden in onze eigen chat.", "Send me files in our own chat."),
        NotTrusted = new("Dit bestand staat op een plek die ik niet vertrouw. Stuur het als bijlage in deze chat.", "This file is in a place that I don't trust. Send it as an attachment in this chat."),
        TooLarge = new("Het bestand is groter dan 10 MB. Deel het op.", "The file is larger than 10 MB. Please divide it."),
        NotFetched = new("Ik kon het bestand niet ophalen. Stuur het nog eens.", "I could not fetch the file. Please send it again.");

    public static Text Rows(int rows, Language language) => rows == 1 ? new("1 rij", "1 row") : new($"{language.Number(rows)} rijen", $"{language.Number(rows)} rows");

    public static Text Working(int done, int total, Language language) => total == 0
        ? new("Ik ben ermee bezig; dit bericht houdt je op de hoogte.", "I'm at it; this message keeps you posted.")
        : new($"{language.Number(done)} van {language.Number(total)} opgeslagen.", $"{language.Number(done)} of {language.Number(total)} saved.");

    /// <summary>Regel 3 · owner_email.</summary>
    public static Text Where(Problem problem) => problem.IsOfFile
        ? File : problem.IsOfRow ? new($"Regel {problem.Line}", $"Line {problem.Line}") : new($"Regel {problem.Line} · {problem.Column}", $"Line {problem.Line} · {problem.Column}");

    public static Text More(int count) => count == 1 ? new("en nog 1 fout", "and 1 more fault") : new($"en nog {count} fouten", $"and {count} more faults");

    /// <param name="reference">Finds the log entry.</param>
    public static Text Broken(string reference) => new(
        $"Het overnemen is onderbroken. Stuur het bestand opnieuw; wat er al staat, blijft zoals het is. Kenmerk: {reference}.",
        $"The import was interrupted. Send the file again; what is there already stays as it is. Reference: {reference}.");
}
