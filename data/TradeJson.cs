using System.Text.Json.Serialization;
using SalesBot.Data.Accounts;
using SalesBot.Data.Indicators;
using SalesBot.Data.People;
using SalesBot.Data.Prices;
using SalesBot.Data.Quotes;
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
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Contact))]
[JsonSerializable(typeof(Visit))]
[JsonSerializable(typeof(FollowUp))]
[JsonSerializable(typeof(Lead))]
[JsonSerializable(typeof(MarketInfo))]
[JsonSerializable(typeof(Quote))]
[JsonSerializable(typeof(QuoteVersion))]
[JsonSerializable(typeof(Approval))]
[JsonSerializable(typeof(Revenue))]
[JsonSerializable(typeof(Target))]
[JsonSerializable(typeof(Rollup))]
[JsonSerializable(typeof(Cause))]
public sealed partial class TradeJson : JsonSerializerContext;
