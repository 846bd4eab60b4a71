package dev.portcullis.scim;

import dev.portcullis.organization.Actor;
import dev.portcullis.scim.message.ScimFault;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The user on whose behalf a request is sent, under their own address (RFC 7644 §3.11). */
@RestController
@RequestMapping(ScimPaths.ME)
class MeEndpoint {

  private final UsersEndpoint users;

  MeEndpoint(UsersEndpoint users) {
    this.users = users;
  }

  @GetMapping
  ResponseEntity<Object> read(ScimRequest request) {
    return users.read(request, person(request).userId().toString());
  }

  @RequestMapping
  Object write(ScimRequest request) {
    person(request);
    throw ScimFault.of(
        HttpServletResponse.SC_FORBIDDEN,
        "your profile belongs to the identity provider: change it there");
  }

  private static Actor.Person person(ScimRequest request) {
    return switch (request.caller().actor()) {
      case Actor.Person person -> person;
      case Actor.Provisioner _, Actor.Client _, Actor.IdentityProvider _, Actor.Server _ ->
          throw ScimFault.of(
              HttpServletResponse.SC_NOT_IMPLEMENTED,
              "a SCIM token stands for a connection and for no user: use /Users");
    };
  }
}
