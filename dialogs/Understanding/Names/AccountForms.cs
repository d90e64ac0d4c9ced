namespace SalesBot.Dialogs.Understanding.Names;

/// <summary>
/// The names of all accounts as lists of words, and for each word the names that hold it. A hundred thousand accounts take some
/// ten megabytes, as everything lies in flat arrays.
/// </summary>
internal sealed class AccountForms
{
    private readonly int[] accounts;
    private readonly int[] starts;
    private readonly int[] words;
    private readonly int[] postingStarts;
    private readonly int[] postings;

    public AccountForms(IReadOnlyList<AccountName> names)
    {
        var ids = new Dictionary<string, int>(names.Count, StringComparer.Ordinal);
        var owners = new List<int>(names.Count);
        var begins = new List<int>(names.Count + 1);
        var flat = new List<int>(names.Count * 3);
        var forms = new List<List<string>>[names.Count];
        Parallel.For(0, names.Count, account => forms[account] = FormsOf(names[account]));
        for (var account = 0; account < names.Count; account++)
        {
            foreach (var form in forms[account])
            {
                owners.Add(account);
                begins.Add(flat.Count);
                foreach (var word in form)
                {
                    if (!ids.TryGetValue(word, out var id)) ids[word] = id = ids.Count;
                    flat.Add(id);
                }
            }
        }

        begins.Add(flat.Count);
        (accounts, starts, words) = ([.. owners], [.. begins], [.. flat]);
        Vocabulary = new(ids);
        (postingStarts, postings) = Invert(ids.Count);
    }

    public Vocabulary Vocabulary { get; }

    public int AccountOf(int form) => accounts[form];

    public ReadOnlySpan<int> WordsOf(int form) => words.AsSpan(starts[form], starts[form + 1] - starts[form]);

    /// <summary>The forms that hold a word, in order.</summary>
    public ReadOnlySpan<int> With(int word) => postings.AsSpan(postingStarts[word], postingStarts[word + 1] - postingStarts[word]);

    private static List<List<string>> FormsOf(AccountName name)
    {
        var forms = new List<List<string>>(2);
        foreach (var text in name.Aliases.Prepend(name.Name))
        {
            var keys = NameWords.Keys(text);
            if (keys.Count == 0) continue;
            forms.Add(keys);
            forms.AddRange(NameWords.Shorter(keys));
        }

        return forms;
    }

    private (int[] Starts, int[] Postings) Invert(int count)
    {
        var begins = new int[count + 1];
        foreach (var word in words) begins[word + 1]++;
        for (var i = 0; i < count; i++) begins[i + 1] += begins[i];
        var fill = begins.AsSpan(0, count).ToArray();
        var lists = new int[words.Length];
        for (var form = 0; form < accounts.Length; form++)
        {
            foreach (var word in WordsOf(form)) lists[fill[word]++] = form;
        }

        return (begins, lists);
    }
}
