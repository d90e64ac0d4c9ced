using System.Text.Json.Serialization;
using SalesBot.Data.Accounts;
using SalesBot.Data.Advising;
using SalesBot.Data.Agreements;
using SalesBot.Data.Approvals;
using SalesBot.Data.Events;
using SalesBot.Data.FuturePlans;
using SalesBot.Data.Indicators;
using SalesBot.Data.Issues;
using SalesBot.Data.Lists;
using SalesBot.Data.Nudges;
using SalesBot.Data.People;
using SalesBot.Data.Plans;
using SalesBot.Data.Prices;
using SalesBot.Data.Privacy;
using SalesBot.Data.Proposals;
using SalesBot.Data.Quotes;
using SalesBot.Data.Reports;
using SalesBot.Data.Satisfaction;
using SalesBot.Data.Schedules;
using SalesBot.Data.Visits;

namespace SalesBot.Data;

/// <summary>The shapes in which the trade's records are stored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    // What a record reckons from its own fields is not stored: an imported quote has no current version to write.
    IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(User))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(PackagePart))]
[JsonSerializable(typeof(DiscountTier))]
[JsonSerializable(typeof(PolicySetting))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Correspondence))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(FollowUp))]
[JsonSerializable(typeof(Lead))]
[JsonSerializable(typeof(MarketInfo))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(QuoteVersion))]
[JsonSerializable(typeof(Approval))]
[JsonSerializable(typeof(Absence))]
[JsonSerializable(typeof(Agreement))]
[JsonSerializable(typeof(TrailEntry))]
[JsonSerializable(typeof(Revenue))]
[JsonSerializable(typeof(Target))]
[JsonSerializable(typeof(Rollup))]
[JsonSerializable(typeof(Listed))]
[JsonSerializable(typeof(Cause))]
[JsonSerializable(typeof(CauseQuestion))]
[JsonSerializable(typeof(AccountStamp))]
[JsonSerializable(typeof(TurnedDown))]
[JsonSerializable(typeof(ContactMoment))]
[JsonSerializable(typeof(Issue))]
[JsonSerializable(typeof(Advice))]
[JsonSerializable(typeof(SatisfactionScore))]
[JsonSerializable(typeof(FuturePlan))]
[JsonSerializable(typeof(AccountPlan))]
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(EventAttended))]
[JsonSerializable(typeof(ReportDelivery))]
[JsonSerializable(typeof(NudgeSettings))]
[JsonSerializable(typeof(NudgeLog))]
[JsonSerializable(typeof(Digest))]
[JsonSerializable(typeof(Due))]
[JsonSerializable(typeof(ReportSubscription))]
[JsonSerializable(typeof(Erasure))]
[JsonSerializable(typeof(ErasureRequest))]
[JsonSerializable(typeof(ErasureLine))]
[JsonSerializable(typeof(Scheduled))]
public sealed partial class TradeJson : JsonSerializerContext;
