namespace SalesBot.Data.Exchange;

/// <summary>Why a file was refused: one cell, or the whole row or file where <paramref name="Column"/> says so.</summary>
/// <param name="Line">Of the file, counted from 1, also where cells hold line breaks.</param>
public sealed record Problem(string File, int Line, string Column, Reason Reason)
{
    internal const string WholeRow = "row", WholeFile = "file";

    public bool IsOfRow => Column == WholeRow;
    public bool IsOfFile => Column == WholeFile;

    public override string ToString() => $"{File}:{Line}:{Column}: {Reason.En}";
}

/// <summary>What an import did. Rollups of the touched teams are no longer right: the caller rebuilds them.</summary>
/// <param name="Files">The files that were taken, in the order in which they were.</param>
/// <param name="Problems">Of the refused files; nothing of those was written.</param>
/// <param name="TouchedTeams">Teams of which a record was written, moved or deleted.</param>
public sealed record ImportReport(IReadOnlyList<FileReport> Files, IReadOnlyList<Problem> Problems, IReadOnlyList<TeamId> TouchedTeams)
{
    public bool Succeeded => Problems.Count == 0;

    /// <summary>Documents written; 0 when everything was there already.</summary>
    public int Written => Files.Sum(file => file.Written);
}

/// <summary>What an import would do.</summary>
/// <param name="File">The name under which it is known.</param>
/// <param name="Problems">Why it would be refused; then nothing of it would be written.</param>
public sealed record ImportPreview(string File, int Rows, int Added, int Changed, int Unchanged, IReadOnlyList<Problem> Problems)
{
    public bool WouldChange => Problems.Count == 0 && Added + Changed > 0;
}

/// <param name="Read">Rows of the file.</param>
/// <param name="Written">Rows that were new or differed.</param>
/// <param name="Unchanged">Rows that stood there already.</param>
/// <param name="Moved">Documents that went to another team with their account or owner.</param>
public sealed record FileReport(string File, int Read, int Written, int Unchanged, int Moved);

/// <param name="Done">Documents written so far, of <paramref name="Total"/>.</param>
public sealed record ImportProgress(string File, int Done, int Total);
