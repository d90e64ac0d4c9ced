using System.Globalization;

namespace SalesBot.Data.Exchange;

/// <summary>Why a cell, a row or a file is not taken, in words that go on after its name. The command line says it in English.</summary>
public sealed record Reason(string Nl, string En)
{
    public string In(Language language) => language == Language.Dutch ? Nl : En;

    public override string ToString() => En;
}

/// <summary>Every reason there is, in both languages side by side.</summary>
internal static class Reasons
{
    public static readonly Reason
        Empty = new("mag niet leeg zijn", "may not be empty"),
        MissingColumn = new("deze kolom ontbreekt", "the column is missing"),
        NamelessColumn = new("een kolom zonder naam", "a column without a name"),
        TwiceInHeader = new("staat twee keer in de kop", "stands in the header twice"),
        Twice = new("staat twee keer in het bestand", "stands in the file twice"),
        NeedsLevel = new("een accountmanager heeft niveau 1 of 2", "an account manager has level 1 or 2"),
        OwnManager = new("niemand is zijn eigen leidinggevende", "nobody is their own manager"),
        Circle = new("de leidinggevenden gaan in een kring rond; niemand zou beslissen", "the managers go round in a circle; nobody would decide"),
        PartOfItself = new("een arrangement is geen onderdeel van zichzelf", "a package is no part of itself"),
        MadeHere = new("deze offerte is in SalesBot gemaakt en wordt niet door geschiedenis vervangen; wijzig haar daar", "this quote was made in SalesBot and is not replaced by history; change it there"),
        DecidedHere = new("hierover is in SalesBot beslist en een bestand vervangt het niet; wijzig het daar", "this was decided on in SalesBot and is not replaced by a file; change it there"),
        NothingToComplete = new("vult iets aan wat er niet is; neem eerst het eigen bestand daarvan over", "completes a record that is not there; import its own file first"),
        NoRecord = new("kan niet als een gegeven van deze soort worden gelezen", "can not be read as a record of this kind"),
        NotThere = new("is er niet", "is not there"),
        NoFormat = new("is geen .csv en geen .xlsx", "is neither .csv nor .xlsx"),
        NothingInFolder = new("bevat geen bestand om over te nemen", "holds no file to import"),
        NoHeader = new("is leeg; de eerste rij noemt de kolommen", "is empty; the first row names the columns"),
        Tabs = new("is met tabs gescheiden; bewaar het met komma's of puntkomma's", "is divided by tabs; save it with commas or semicolons"),
        NotUtf8 = new("is geen UTF-8; bewaar het als 'CSV UTF-8'", "is not UTF-8; save it as 'CSV UTF-8'"),
        OpenQuote = new("heeft een cel met een aanhalingsteken dat niet sluit, of tekst erachter", "has a quoted cell that is not closed, or text after its closing quote");

    public static Reason NoEmail(string text) => new($"'{text}' is geen e-mailadres", $"'{text}' is not an e-mail address");
    public static Reason NoDate(string text) => new($"'{text}' is geen datum; schrijf haar als JJJJ-MM-DD", $"'{text}' is not a date; write it as YYYY-MM-DD");
    public static Reason NoMonth(string text) => new($"'{text}' is geen maand; schrijf haar als JJJJ-MM", $"'{text}' is not a month; write it as YYYY-MM");
    public static Reason NoFlag(string text) => new($"'{text}' is geen true of false", $"'{text}' is not true or false");
    public static Reason NoNumber(string text) => new($"'{text}' is geen getal; schrijf het als 1234.50", $"'{text}' is not a number; write it as 1234.50");
    public static Reason NoWholeNumber(string text) => new($"'{text}' is geen heel getal", $"'{text}' is not a whole number");
    public static Reason NoPart(string text) => new($"'{text}' is geen onderdeel in JSON", $"'{text}' is not a part in JSON");

    public static Reason HasComma(string text) => new(
        $"'{text}' heeft een komma; schrijf een decimale punt en geen scheiding van duizendtallen: 1234.50",
        $"'{text}' has a comma; write a decimal point and no thousands separators: 1234.50");

    public static Reason NotBetween(int value, int min, int max) => new($"{value} ligt niet tussen {min} en {max}", $"{value} is not between {min} and {max}");
    public static Reason Less(string text, decimal than) => new($"{text} is minder dan {Plain(than)}", $"{text} is less than {Plain(than)}");
    public static Reason More(string text, decimal than) => new($"{text} is meer dan {Plain(than)}", $"{text} is more than {Plain(than)}");

    public static Reason NoneOf(string text, IEnumerable<string> known) =>
        new($"'{text}' is geen van {string.Join(", ", known)}", $"'{text}' is none of {string.Join(", ", known)}");

    public static Reason KeyTooLong(int length, int most) => new($"heeft {length} tekens, een sleutel hoogstens {most}", $"has {length} characters, a key has at most {most}");

    public static Reason NoKey(string text, string not) => new(
        $"'{text}' kan geen sleutel zijn: alleen gewone letters, cijfers en tekens behalve {not}", $"'{text}' can not be a key: only plain letters, digits and signs other than {not}");

    /// <param name="file">Where it might have stood.</param>
    public static Reason Unknown(string text, string file) => new($"'{text}' is niet bekend; het staat niet in {file} en is niet opgeslagen", $"'{text}' is not known; it is neither in {file} nor stored");

    public static Reason UnknownUser(string text) => new($"'{text}' is niemand in users", $"'{text}' is nobody in users");
    public static Reason UnknownAddress(string text) => new($"'{text}' is van niemand het e-mailadres, hier of opgeslagen", $"'{text}' is nobody's e-mail address, here or stored");
    public static Reason NoAddressInUsers(string text) => new($"'{text}' is van niemand in users het e-mailadres", $"'{text}' is nobody's e-mail address in users");
    public static Reason NoTeam(string text) => new($"'{text}' is geen team waar iemand in users in zit", $"'{text}' is not a team that somebody in users is in");
    public static Reason AddressOf(string text, string other) => new($"'{text}' is ook het adres van {other}", $"'{text}' is the address of {other} too");
    public static Reason ContactOf(string contact, string other, string here) => new($"'{contact}' is een contactpersoon van {other}, niet van {here}", $"'{contact}' is a contact of {other}, not of {here}");
    public static Reason Before(string column, DateOnly day) => new($"is vóór {column}, {day:yyyy-MM-dd}", $"is before {column}, {day:yyyy-MM-dd}");

    public static Reason StillValid(DateOnly from, DateOnly next) => new(
        $"de prijs vanaf {from:yyyy-MM-dd} geldt dan nog; laat die vóór {next:yyyy-MM-dd} eindigen", $"the price from {from:yyyy-MM-dd} is still valid then; end it before {next:yyyy-MM-dd}");

    public static Reason NoSetting(string text) => new($"'{text}' is geen getal dat deze instelling kan hebben", $"'{text}' is not a number that this setting can have");
    public static Reason SameAs(IEnumerable<string> key, int line) => new($"dezelfde {string.Join(", ", key)} als in regel {line}", $"the same {string.Join(", ", key)} as in line {line}");
    public static Reason CellCount(int cells, int header) => new($"heeft {cells} cellen, de kop heeft er {header}", $"has {cells} cells, the header has {header}");

    public static Reason NoColumnOf(string file, IEnumerable<string> known) =>
        new($"is geen kolom van {file}; dat zijn {string.Join(", ", known)}", $"is not a column of {file}; those are {string.Join(", ", known)}");

    public static Reason UnknownName(IEnumerable<string> known) => new($"is geen naam die SalesBot kent: {string.Join(", ", known)}", $"is not a name that SalesBot knows: {string.Join(", ", known)}");
    public static Reason NotOpened(string message) => new("kan niet worden geopend: " + message, "can not be opened: " + message);
    public static Reason NoWorkbook(string message) => new("is geen Excel-bestand dat te lezen is", "is not a workbook: " + message);
    public static Reason TooManyBytes(long bytes, int most) => new($"is {bytes} bytes groot, hoogstens {most} worden gelezen", $"has {bytes} bytes, at most {most} are read");
    public static Reason TooManyColumns(int columns, int most) => new($"heeft {columns} kolommen, hoogstens {most} worden gelezen", $"has {columns} columns, at most {most} are read");
    public static Reason TooManyRows(int most) => new($"heeft meer dan {most} rijen", $"has more than {most} rows");
    public static Reason TooManyParts(int parts, int most) => new($"bestaat uit {parts} delen, hoogstens {most} worden gelezen", $"holds {parts} parts, at most {most} are read");
    public static Reason UnpacksTo(long most) => new($"is uitgepakt groter dan {most} bytes", $"unpacks to more than {most} bytes");
    public static Reason Foreign(string part) => new($"bevat macro's of koppelingen naar andere bestanden ({part})", $"holds macros or links to other files ({part})");
    public static Reason DocumentType(string part) => new($"bevat een documenttype ({part})", $"holds a document type ({part})");

    private static string Plain(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
