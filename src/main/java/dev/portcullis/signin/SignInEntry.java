package dev.portcullis.signin;

import dev.portcullis.connection.Connection;
import dev.portcullis.organization.Organization;
import dev.portcullis.organization.PortalApplication;
import java.util.Optional;

/**
 * Through which door a browser came.
 *
 * @param application empty at a tile that leads to our own page
 */
record SignInEntry(
    Organization organization, Connection connection, Optional<PortalApplication> application) {}
