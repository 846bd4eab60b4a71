package dev.portcullis.api;

import dev.portcullis.organization.ApplicationSettings;
import dev.portcullis.organization.Region;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a request says of an application; POST must say what is required, PATCH a part. */
record ApplicationFields(
    FieldChange<String> name,
    FieldChange<String> region,
    FieldChange<List<@Nullable String>> redirectUris,
    FieldChange<String> loginUri,
    FieldChange<List<@Nullable String>> postLogoutRedirectUris,
    FieldChange<List<@Nullable String>> origins) {

  /** The settings of a new application. */
  ApplicationSettings settings() {
    return applied(null);
  }

  /** The settings that these fields make of the present ones. */
  ApplicationSettings over(ApplicationSettings current) {
    return applied(current);
  }

  private ApplicationSettings applied(@Nullable ApplicationSettings current) {
    return new ApplicationSettings(
        name.required("name", current == null ? null : current.name()),
        region
            .map(ApplicationFields::region)
            .required("region", current == null ? null : current.region()),
        redirectUris
            .map(uris -> texts("redirectUris", uris))
            .required("redirectUris", current == null ? null : current.redirectUris()),
        loginUri
            .map(Optional::of)
            .applied(current == null ? Optional.empty() : current.loginUri(), Optional.empty()),
        postLogoutRedirectUris
            .map(uris -> texts("postLogoutRedirectUris", uris))
            .applied(current == null ? List.of() : current.postLogoutRedirectUris(), List.of()),
        origins
            .map(uris -> texts("origins", uris))
            .applied(current == null ? List.of() : current.origins(), List.of()));
  }

  private static Region region(String name) {
    return Region.named(name)
        .orElseThrow(() -> RequestFault.invalid("region", "`region` must be `eu` or `us`"));
  }

  private static List<String> texts(String field, List<@Nullable String> values) {
    return values.stream().map(value -> RequestFault.required(field, value)).toList();
  }
}
