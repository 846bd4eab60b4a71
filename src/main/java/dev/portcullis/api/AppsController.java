package dev.portcullis.api;

import dev.portcullis.organization.App;
import dev.portcullis.organization.AppOutcome;
import dev.portcullis.organization.Apps;
import dev.portcullis.organization.Caller;
import dev.portcullis.organization.ClientCredentials;
import dev.portcullis.organization.Scopes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organization's API clients, as Port shows them. */
@RestController
@RequestMapping("/v1/apps")
class AppsController {

  private final Apps apps;

  AppsController(Apps apps) {
    this.apps = apps;
  }

  record AppReply(boolean ok, Map<String, Object> app) {}

  record AppsReply(boolean ok, List<Map<String, Object>> apps) {}

  record NewApp(@Nullable String name) {}

  record AppFields(@Nullable String name, @Nullable Boolean enabled) {}

  record ScopesRequest(FieldChange<List<String>> permissions) {}

  @GetMapping
  AppsReply all(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(name = "fields", required = false) @Nullable List<String> fields) {
    Set<String> wanted = fields(fields);
    return new AppsReply(
        true,
        apps.all(caller.organizationId()).stream()
            .map(app -> AppRepresentation.of(app, wanted))
            .toList());
  }

  /** The fields asked for, repeated or joined by commas. */
  private static Set<String> fields(@Nullable List<String> fields) {
    return fields == null
        ? Set.of()
        : fields.stream()
            .flatMap(field -> Arrays.stream(field.split(",", -1)))
            .map(String::strip)
            .filter(field -> !field.isEmpty())
            .collect(Collectors.toSet());
  }

  @PostMapping
  ResponseEntity<AppReply> create(
      @AuthenticationPrincipal Caller caller, @RequestBody NewApp body) {
    return withSecret(apps.create(caller, RequestFault.required("name", body.name())), "");
  }

  @PutMapping("/{id}")
  AppReply edit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody AppFields body) {
    if (body.enabled() == null) {
      RequestFault.required("name", body.name());
    }
    return reply(
        stored(
            apps.edit(
                caller, id, Optional.ofNullable(body.name()), Optional.ofNullable(body.enabled())),
            id));
  }

  @PostMapping("/{id}/permissions")
  Done limit(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestBody ScopesRequest body) {
    stored(apps.limit(caller, id, scopes(body)), id);
    return Done.DONE;
  }

  private static Scopes scopes(ScopesRequest body) {
    return switch (body.permissions()) {
      case FieldChange.Keep<List<String>> _ ->
          throw RequestFault.invalid("permissions", "`permissions` is required");
      case FieldChange.Clear<List<String>> _ -> Scopes.ALL;
      case FieldChange.Set<List<String>>(List<String> named) -> Scopes.of(texts(named));
    };
  }

  private static List<String> texts(List<? extends @Nullable String> named) {
    List<String> scopes = new ArrayList<>();
    for (String scope : named) {
      scopes.add(RequestFault.required("permissions", scope));
    }
    return scopes;
  }

  @PostMapping("/{id}/rotate-secret")
  ResponseEntity<AppReply> rotate(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(name = "immediately", required = false) @Nullable String immediately) {
    return withSecret(apps.rotate(caller, id, Boolean.parseBoolean(immediately)), id);
  }

  @DeleteMapping("/{id}")
  Done delete(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return switch (apps.delete(caller, id)) {
      case AppOutcome.Deleted _ -> Done.DONE;
      case AppOutcome outcome -> throw fault(outcome, id);
    };
  }

  private static App stored(AppOutcome outcome, String id) {
    return switch (outcome) {
      case AppOutcome.Stored(App app) -> app;
      case AppOutcome other -> throw fault(other, id);
    };
  }

  private static AppReply reply(App app) {
    return new AppReply(true, AppRepresentation.of(app, Set.of()));
  }

  private static ResponseEntity<AppReply> withSecret(AppOutcome outcome, String id) {
    return switch (outcome) {
      case AppOutcome.WithSecret(App app, ClientCredentials credentials) ->
          ResponseEntity.ok()
              .cacheControl(CacheControl.noStore())
              .body(new AppReply(true, AppRepresentation.of(app, credentials.clientSecret())));
      case AppOutcome other -> throw fault(other, id);
    };
  }

  private static RuntimeException fault(AppOutcome outcome, String id) {
    return switch (outcome) {
      case AppOutcome.NotFound _ -> RequestFault.notFound("App", "id", id);
      case AppOutcome.Rejected(List<String> problems) -> RequestFault.invalid(problems);
      case AppOutcome.InTheWay(String obstacle) -> RequestFault.conflict(obstacle);
      case AppOutcome.BeyondCaller(List<String> missing) ->
          RequestFault.forbidden(
              "an app that is limited to scopes touches no app that has others"
                  + (missing.isEmpty() ? "" : ": `" + String.join("`, `", missing) + "`"),
              "update",
              "App",
              id,
              "the app has, or would have, scopes that yours does not have");
      case AppOutcome.Stored _, AppOutcome.WithSecret _, AppOutcome.Deleted _ ->
          new IllegalStateException("not an outcome of this");
    };
  }
}
