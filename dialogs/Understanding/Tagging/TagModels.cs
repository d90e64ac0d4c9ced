namespace SalesBot.Dialogs.Understanding.Tagging;

/// <summary>The two models that were learned from training/names while this project was built.</summary>
internal static class TagModels
{
    private static readonly Lazy<TagModel> OfNames = new(() => new(Embedded.Read("names.model"))), OfRoles = new(() => new(Embedded.Read("roles.model")));

    /// <summary>Finds the names of people, companies and competitors.</summary>
    public static TagModel Names => OfNames.Value;

    /// <summary>Finds products and reasons, and the part that a value plays, once it is known what a message is about.</summary>
    public static TagModel Roles => OfRoles.Value;
}
