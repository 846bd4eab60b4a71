package dev.portcullis.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it lies in its row, with all that its seal covers.
 *
 * @param before JSON, as {@code after} and {@code listed}
 * @param parts of its long lists, each as {@code {"list":…,"sha256":…}}
 * @param seal empty until the sealer comes by
 */
record ChainEntry(
    UUID organizationId,
    UUID id,
    Instant at,
    String actorKind,
    String actorId,
    String traceId,
    String action,
    String resourceType,
    String resourceId,
    @Nullable String blueprint,
    @Nullable String before,
    @Nullable String after,
    @Nullable String listed,
    List<PartDigest> parts,
    Optional<ChainHead> seal) {

  /** Always six digits behind the point: as finely as both databases count. */
  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  /** A part of a long list, by what it holds. */
  record PartDigest(String list, String sha256) {

    static PartDigest of(String list, String content) {
      return new PartDigest(list, Sha256.of(content));
    }
  }

  ChainEntry withParts(List<PartDigest> digests) {
    return new ChainEntry(
        organizationId,
        id,
        at,
        actorKind,
        actorId,
        traceId,
        action,
        resourceType,
        resourceId,
        blueprint,
        before,
        after,
        listed,
        digests,
        seal);
  }

  /** The seal that the entry gets behind another. */
  ChainHead sealedBehind(ChainHead previous) {
    long sequence = previous.sequence() + 1;
    return new ChainHead(sequence, Sha256.of(canonical(sequence, previous.hash())));
  }

  /**
   * The entry at a place of the chain in canonical JSON (RFC 8785): keys in order, no white space.
   * What was so before and after goes in as texts, just as they are stored, so that numbers, of
   * which canonical forms differ, do not occur.
   */
  String canonical(long sequence, String previous) {
    CanonicalJson json = new CanonicalJson();
    json.text("action", action);
    json.text("actorId", actorId);
    json.text("actorKind", actorKind);
    json.text("after", after);
    json.text("at", MICROSECONDS.format(at));
    json.text("before", before);
    json.text("blueprint", blueprint);
    json.text("entry", id.toString());
    json.text("listed", listed);
    json.text("organization", organizationId.toString());
    json.list("parts", parts.stream().map(ChainEntry::written).toList());
    json.text("previous", previous);
    json.text("resourceId", resourceId);
    json.text("resourceType", resourceType);
    json.number("sequence", sequence);
    json.text("traceId", traceId);
    return json.written();
  }

  private static String written(PartDigest part) {
    CanonicalJson json = new CanonicalJson();
    json.text("list", part.list());
    json.text("sha256", part.sha256());
    return json.written();
  }
}
