namespace SalesBot.Cards.Preview;

internal static class PreviewTexts
{
    public static readonly Text
        Check = new("Nog niet opgeslagen. Klopt dit?", "Not saved yet. Is this right?"),
        Confirm = new("Opslaan", "Save"),
        Edit = new("Wijzigen", "Change"),
        Cancel = new("Annuleren", "Cancel"),
        SaveChanges = new("Wijzigingen overnemen", "Apply changes"),
        Submit = new("Verder", "Continue"),
        Fill = new("Vul dit even in.", "Please fill this in."),
        Choose = new("Maak een keuze.", "Please choose."),
        Questions = new("Typen mag ook: antwoord gewoon in de chat.", "You may also type: just answer in the chat."),
        Done = new("Opgeslagen", "Saved"),
        Undo = new("Ongedaan maken", "Undo"),
        Undone = new("Ongedaan gemaakt", "Undone"),
        UndoneNote = new("Alles staat weer zoals het was.", "Everything is as it was before."),
        Cancelled = new("Geannuleerd", "Cancelled"),
        CancelledNote = new("Er is niets opgeslagen.", "Nothing was saved."),
        Superseded = new("Vervangen", "Replaced"),
        Summary = new("Samenvatting", "Summary"),
        SummaryByModel = new(
            "Door AI geschreven en vergeleken met je notitie; de nummers wijzen de zinnen aan.",
            "Written by AI and compared with your note; the numbers point out the sentences."),
        SummaryOfNote = new("Zinnen uit je notitie; de nummers wijzen ze aan.", "Sentences from your note; the numbers point them out."),
        WholeNote = new("Hele notitie", "Whole note"),
        NoteGoesOn = new("De notitie gaat nog verder; onder “Wijzigen” staat hij helemaal.", "The note goes on; “Change” shows all of it."),
        SupersededNote = new("Hieronder staat een nieuwere versie; deze telt niet meer.", "A newer version is further down; this one no longer counts.");

    public static Text NoteSentence(int number) => new($"Notitie, zin {number}", $"Note, sentence {number}");
}
