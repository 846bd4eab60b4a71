package dev.portcullis.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the place at which a search goes on is written for clients: a digest of the search, so that
 * no other is continued by mistake, and the place. It says nothing that the searcher may not know.
 */
final class SearchToken {

  /** Enough that two searches never meet. */
  private static final int DIGEST_LENGTH = 16;

  private final byte[] digest;

  private SearchToken(byte[] digest) {
    this.digest = digest;
  }

  /**
   * The tokens of one search.
   *
   * @param kind what is searched: the entity of which the id does not matter
   */
  static SearchToken of(UUID organizationId, String kind, JsonNode body) {
    Map<String, Object> search = new TreeMap<>();
    search.put("organization", organizationId.toString());
    search.put("search", kind);
    for (String entity : new String[] {"subject", "action", "resource", "context"}) {
      if (body.path(entity).isObject() && !(entity.equals(kind) && kind.equals("action"))) {
        Map<String, Object> said = JsonTrees.present(body.path(entity));
        if (entity.equals(kind)) {
          said.remove("id");
        }
        search.put(entity, said);
      }
    }
    return new SearchToken(digest(JsonMapper.shared().writeValueAsBytes(sorted(search))));
  }

  /** The tokens of one search for entities of a blueprint. */
  static SearchToken ofEntities(UUID organizationId, String blueprint, JsonNode query) {
    Map<String, Object> search = new TreeMap<>();
    search.put("organization", organizationId.toString());
    search.put("entities", blueprint);
    if (query.isObject()) {
      search.put("query", JsonTrees.present(query));
    }
    return new SearchToken(digest(JsonMapper.shared().writeValueAsBytes(sorted(search))));
  }

  String written(String place) {
    byte[] text = place.getBytes(StandardCharsets.UTF_8);
    byte[] token = ByteBuffer.allocate(DIGEST_LENGTH + text.length).put(digest).put(text).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The place in a token of this search. */
  String place(String token) {
    return read(token)
        .orElseThrow(() ->
            EvaluationRequest.unfit(
                "page.token", "must be the `next_token` of an earlier part of the same search"));
  }

  /** The place in a token of this search; empty if it is none. */
  Optional<String> read(String token) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length <= DIGEST_LENGTH
          || !Arrays.equals(bytes, 0, DIGEST_LENGTH, digest, 0, DIGEST_LENGTH)) {
        return Optional.empty();
      }
      return Optional.of(
          new String(bytes, DIGEST_LENGTH, bytes.length - DIGEST_LENGTH, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The same with the members of every object in order, which clients need not keep. */
  private static @Nullable Object sorted(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((name, member) -> sorted.put(String.valueOf(name), sorted(member)));
        yield sorted;
      }
      case Iterable<?> list -> {
        List<@Nullable Object> elements = new ArrayList<>();
        list.forEach(element -> elements.add(sorted(element)));
        yield elements;
      }
      case null, default -> value;
    };
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return Arrays.copyOf(MessageDigest.getInstance("SHA-256").digest(bytes), DIGEST_LENGTH);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
