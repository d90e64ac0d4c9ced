namespace SalesBot.Cards.Lists;

internal static class ListTexts
{
    public static readonly Text
        More = new("Meer", "More"),
        FollowUps = new("Opvolging", "Follow-ups"),
        NoFollowUps = new("Niets op te volgen. Alles is bij.", "Nothing to follow up. All done."),
        NoFollowUpsThen = new("Daar staat niets voor.", "Nothing is due then."),
        Done = new("Klaar", "Done"),
        IsDone = new("✓ Gedaan", "✓ Done"),
        Overdue = new("te laat", "overdue"),
        Today = new("vandaag", "today"),
        Quotes = new("Offertes", "Quotes"),
        NoQuotes = new("Geen offertes gevonden.", "No quotes found."),
        Approvals = new("Wachten op jouw besluit", "Waiting for your decision"),
        NoApprovals = new("Er wacht niets op jou.", "Nothing is waiting for you."),
        Writes = new("Kun je terugnemen", "You can take back"),
        NoWrites = new("Er is niets om ongedaan te maken.", "There is nothing to undo."),
        Undo = new("Terugnemen", "Take back"),
        Open = new("Bekijk", "View"),
        By = new("door", "by");
}
