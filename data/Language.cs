namespace SalesBot.Data;

/// <summary>A language that people and the bot speak with each other.</summary>
public enum Language { Dutch, English }
