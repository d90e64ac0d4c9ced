namespace SalesBot.Dialogs.Understanding.Modelled;

/// <summary>Reads an answer up to a limit and refuses what is longer.</summary>
internal sealed class SizeLimit(int bytes, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var buffer = new byte[bytes + 1];
        var length = 0;
        await using (var stream = await response.Content.ReadAsStreamAsync(cancellationToken))
        {
            while (length < buffer.Length && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var read)
            {
                length += read;
            }
        }

        if (length > bytes)
        {
            response.Dispose();
            throw new HttpRequestException($"The model's answer is longer than {bytes} bytes.");
        }

        var bounded = new ByteArrayContent(buffer, 0, length);
        foreach (var (name, values) in response.Content.Headers)
        {
            bounded.Headers.TryAddWithoutValidation(name, values);
        }

        bounded.Headers.ContentLength = length;
        response.Content.Dispose();
        response.Content = bounded;
        return response;
    }
}
