namespace SalesBot.Data.Proposals;

public enum ProposalAbout { Lead, Package, Price }

public enum ProposalStatus { Open, Adopted, AdoptedWithChange, Declined }

/// <summary>A proposal (voorstel) to the supervisor for a lead, a package or a price.</summary>
/// <param name="Lead">The lead it is about.</param>
/// <param name="Approver">Who decides; never the proposer.</param>
/// <param name="Decision">The decider's words: what was changed, or why it was declined.</param>
public sealed record Proposal(
    string Id, UserId By, ProposalAbout About, string What, DateTimeOffset ProposedAt, ProposalStatus Status = ProposalStatus.Open,
    AccountId? Account = null, string? Lead = null, ProductId? Product = null, decimal? Value = null, UserId? Approver = null,
    UserId? DecidedBy = null, DateTimeOffset? DecidedAt = null, string? Decision = null)
{
    /// <summary>Counts up with a decider's change.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Where an open one is: waiting, back with a question, or taken back.</summary>
    public Approvals.Stage Stage { get; init; } = Approvals.Stage.Submitted;
}
