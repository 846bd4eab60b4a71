package dev.portcullis.organization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * What an administrator says of an application.
 *
 * @param name for people, 1 to 100 characters, not unique
 * @param region any; whether it is the organization's shows at a sign-in
 * @param redirectUris where sign-ins may end, compared as strings; at least one
 * @param loginUri where the application starts a sign-in itself (OIDC Core §4)
 * @param postLogoutRedirectUris where people may be sent after they signed out
 * @param origins from which browsers may call
 */
public record ApplicationSettings(
    String name,
    Region region,
    List<String> redirectUris,
    Optional<String> loginUri,
    List<String> postLogoutRedirectUris,
    List<String> origins) {

  /** The most characters of a name. */
  public static final int MAX_NAME_LENGTH = 100;

  /** The most URIs of one kind, and the most origins. */
  public static final int MAX_URIS = 50;

  public ApplicationSettings {
    redirectUris = List.copyOf(redirectUris);
    postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
    origins = List.copyOf(origins);
  }

  /** Everything that is wrong with these settings, each naming its field and what to change. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (name.isBlank() || name.length() > MAX_NAME_LENGTH) {
      problems.add("`name` must have 1 to " + MAX_NAME_LENGTH + " characters");
    }
    if (redirectUris.isEmpty()) {
      problems.add("`redirectUris` must name at least one URI");
    }
    problems.addAll(problems("redirectUris", redirectUris, RegisteredUri::problem));
    loginUri.flatMap(uri -> RegisteredUri.problem("loginUri", uri)).ifPresent(problems::add);
    problems.addAll(
        problems("postLogoutRedirectUris", postLogoutRedirectUris, RegisteredUri::problem));
    problems.addAll(problems("origins", origins, RegisteredOrigin::problem));
    return problems;
  }

  private static List<String> problems(
      String field, List<String> uris, BiFunction<String, String, Optional<String>> check) {
    if (uris.size() > MAX_URIS) {
      return List.of("`" + field + "` must have at most " + MAX_URIS + " entries");
    }
    List<String> problems = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < uris.size(); i++) {
      String place = field + "[" + i + "]";
      check.apply(place, uris.get(i)).ifPresent(problems::add);
      if (!seen.add(uris.get(i))) {
        problems.add("`" + place + "` repeats an earlier entry; remove it");
      }
    }
    return problems;
  }

  /** All of it, as the audit trail keeps it. */
  public Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", name);
    told.put("region", region.wireName());
    told.put("redirectUris", redirectUris);
    loginUri.ifPresent(uri -> told.put("loginUri", uri));
    told.put("postLogoutRedirectUris", postLogoutRedirectUris);
    told.put("origins", origins);
    return told;
  }
}
