package dev.portcullis.access;

import dev.portcullis.catalog.TeamBinding;
import dev.portcullis.directory.Memberships;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Lends the catalog the directory's teams. */
@Component
class DirectoryTeams implements TeamBinding {

  private final Memberships memberships;

  DirectoryTeams(Memberships memberships) {
    this.memberships = memberships;
  }

  @Override
  public Optional<String> bind(UUID organizationId, String identifierOrName) {
    return memberships.team(organizationId, identifierOrName);
  }
}
