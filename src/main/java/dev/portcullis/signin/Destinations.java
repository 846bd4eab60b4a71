package dev.portcullis.signin;

import dev.portcullis.organization.Organization;
import dev.portcullis.organization.PortalApplication;
import dev.portcullis.organization.PortalApplications;
import dev.portcullis.organization.PublicAddresses;
import dev.portcullis.organization.Region;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where sign-ins may end: at our own page, or at an address that the application has registered,
 * compared as a string. Everything else is refused, also what looks alike.
 */
@Component
class Destinations {

  static final SignInOutcome.Refused TAKEN_BACK =
      new SignInOutcome.Refused(
          ReasonCode.UNKNOWN_REDIRECT_URI,
          "the application has taken back the address to which you were to return; start again");

  private final PortalApplications applications;
  private final PublicAddresses addresses;

  Destinations(PortalApplications applications, PublicAddresses addresses) {
    this.applications = applications;
    this.addresses = addresses;
  }

  /** Where a sign-in that starts now ends. */
  Destination of(SignInEntry entry, SignInRequest request) throws Refusal {
    Organization organization = entry.organization();
    if (addresses.isOtherThan(organization.region(), request.host())) {
      throw wrongRegion(organization, "This is the other region's address");
    }
    if (entry.application().isEmpty()) {
      return home(organization);
    }
    PortalApplication application = entry.application().get();
    Region region = application.settings().region();
    if (region != organization.region()) {
      throw wrongRegion(organization, "The application belongs to `" + region.wireName() + "`");
    }
    return new Destination.Application(
        application.clientId(),
        registered(organization, application, request.parameter(SignInRequest.REDIRECT_URI)),
        Optional.empty(),
        request.state());
  }

  private String registered(
      Organization organization, PortalApplication application, Optional<String> redirectUri)
      throws Refusal {
    if (redirectUri.filter(application.settings().redirectUris()::contains).isPresent()) {
      return redirectUri.get();
    }
    if (redirectUri.filter(uri -> isOfOtherRegion(organization, uri)).isPresent()) {
      throw wrongRegion(organization, "`redirect_uri` belongs to the other region's application");
    }
    throw new Refusal(
        ReasonCode.UNKNOWN_REDIRECT_URI,
        "`redirect_uri` must be one of the application's `redirectUris`, character for character");
  }

  private boolean isOfOtherRegion(Organization organization, String redirectUri) {
    return applications.all(organization.id()).stream()
        .filter(other -> other.settings().region() != organization.region())
        .anyMatch(other -> other.settings().redirectUris().contains(redirectUri));
  }

  private Refusal wrongRegion(Organization organization, String mistake) {
    return new Refusal(
        ReasonCode.WRONG_REGION,
        "`%s` at %s is the right region and address for this organization. %s"
            .formatted(
                organization.region().wireName(), addresses.of(organization.region()), mistake));
  }

  /** Where a sign-in that was under way ends; empty if the application took its address back. */
  Optional<Destination> of(PendingSignIn pending, Organization organization) {
    if (pending.asker().isEmpty()) {
      return Optional.of(home(organization));
    }
    PendingSignIn.Asker asker = pending.asker().get();
    return applications
        .find(organization.id(), asker.clientId())
        .flatMap(application ->
            application.settings().redirectUris().stream().filter(asker::meant).findFirst())
        .map(uri ->
            new Destination.Application(asker.clientId(), uri, asker.challenge(), asker.state()));
  }

  private Destination home(Organization organization) {
    return new Destination.Home(addresses.of(organization.region()).toString());
  }

  /** Where the provider sends browsers back to. */
  String callback(Organization organization) {
    return addresses.of(organization.region()) + "/login/callback";
  }
}
