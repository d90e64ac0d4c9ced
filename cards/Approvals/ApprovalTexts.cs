using SalesBot.Cards.Model;
using SalesBot.Data;
using SalesBot.Data.Approvals;

namespace SalesBot.Cards.Approvals;

public static class ApprovalTexts
{
    public static readonly Text
        Automatic = new("automatisch, volgens het beleid", "automatically, by the policy"),
        Approval = new("Goedkeuring", "Approval"),
        Version = new("versie", "version"),
        Requester = new("Gevraagd door", "Requested by"),
        Approver = new("Beslisser", "Decides"),
        Policy = new("Beleid", "Policy"),
        History = new("Over deze klant", "About this customer"),
        NoFindings = new("Geen opmerkingen van het beleid.", "No remarks from the policy."),
        AskApproverElsewhere = new("De beslisser krijgt de knoppen in de eigen chat.", "The person who decides has the buttons in their own chat."),
        Approve = new("Goedkeuren", "Approve"),
        Change = new("Met wijziging", "With a change"),
        ApproveChanged = new("Zo goedkeuren", "Approve like this"),
        ChangeRemark = new("Waarom? (leest de aanvrager)", "Why? (the requester reads it)"),
        Changed = new("Gewijzigd bij goedkeuring", "Changed on approval"),
        Return = new("Terug met vraag", "Return with question"),
        Reject = new("Afwijzen", "Reject"),
        YourQuestion = new("Wat moet er anders of duidelijker?", "What should change or be clearer?"),
        QuestionNeeded = new("Schrijf je vraag op.", "Please write your question."),
        YourReason = new("Waarom wijs je dit af?", "Why do you reject this?"),
        ReasonNeeded = new("Schrijf de reden op.", "Please write the reason."),
        SendQuestion = new("Terugsturen", "Return"),
        SendRejection = new("Afwijzen", "Reject"),
        Answer = new("Antwoorden", "Answer"),
        YourAnswer = new("Je antwoord aan de leidinggevende", "Your answer to the supervisor"),
        AnswerNeeded = new("Schrijf je antwoord op.", "Please write your answer."),
        SendAnswer = new("Versturen", "Send"),
        Withdraw = new("Aanvraag intrekken", "Withdraw request"),
        Refresh = new("Verversen", "Refresh"),
        Question = new("Vraag", "Question"),
        Reply = new("Antwoord", "Answer"),
        For = new("namens", "for"),
        NotAsItStands = new("Zo niet goed te keuren", "Can't be approved as it stands"),
        Reminder = new("Herinnering: dit wacht sinds", "Reminder: this has waited since"),
        GoesOn = new("Dit gaat verder op de nieuwe kaart hieronder.", "This goes on with the new card below.");

    public static Text Of(SubjectKind kind) => kind switch
    {
        SubjectKind.Quote => new("offerte", "quote"),
        SubjectKind.Agreement => new("overeenkomst", "agreement"),
        SubjectKind.AccountPlan => new("accountplan", "account plan"),
        SubjectKind.Proposal => new("voorstel", "proposal"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No text for it."),
    };

    public static Status Of(ApprovalState state, Language language) => state switch
    {
        ApprovalState.Waiting => new(new Text("Wacht op besluit", "Waiting for a decision").In(language), TextColor.Warning),
        ApprovalState.Approved => new("✓ " + new Text("Goedgekeurd", "Approved").In(language), TextColor.Good),
        ApprovalState.Changed => new("✓ " + new Text("Goedgekeurd met wijziging", "Approved with a change").In(language), TextColor.Good),
        ApprovalState.Returned => new(new Text("Terug met vraag", "Returned with question").In(language), TextColor.Warning),
        ApprovalState.Rejected => new("✗ " + new Text("Afgewezen", "Rejected").In(language), TextColor.Attention),
        ApprovalState.Withdrawn => new(new Text("Ingetrokken door de aanvrager", "Withdrawn by the requester").In(language)),
        ApprovalState.Superseded => new(new Text("Vervangen door een nieuwere versie", "Replaced by a newer version").In(language)),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No text for it."),
    };
}
