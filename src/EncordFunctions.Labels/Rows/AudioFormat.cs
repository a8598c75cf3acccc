namespace EncordFunctions.Labels.Rows;

/// <summary>How an audio file is encoded.</summary>
/// <param name="Codec"><c>mp3</c>, ...</param>
/// <param name="SampleRate">Samples per second.</param>
/// <param name="BitDepth">Bits per sample.</param>
/// <param name="Channels">1 for mono, 2 for stereo.</param>
public sealed record AudioFormat(string? Codec, long? SampleRate, long? BitDepth, long? Channels);
