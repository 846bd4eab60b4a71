package dev.portcullis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.portcullis.api.ApiRate;
import dev.portcullis.organization.ClientCredentials;
import dev.portcullis.organization.KeySchedule;
import dev.portcullis.organization.MasterKey;
import dev.portcullis.organization.Region;
import dev.portcullis.scim.RequestRate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Every setting by the name of its environment variable, and every default. */
class SettingsTest {

  private static Settings settings(Map<String, Object> variables) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().remove("systemEnvironment");
    environment
        .getPropertySources()
        .addFirst(new SystemEnvironmentPropertySource("systemEnvironment", variables));
    return new Binder(ConfigurationPropertySources.get(environment))
        .bindOrCreate("portcullis", Settings.class);
  }

  private static Settings with(String variable, String value) {
    return settings(Map.of(variable, value));
  }

  private static Settings unset() {
    return settings(Map.of());
  }

  @Test
  void unsetSettingsHaveTheirDefaults() {
    assertThat(unset().firstRegion()).isEqualTo(Region.EU);
    assertThat(unset().insecureIssuers()).isFalse();
    assertThat(unset().strictActions()).isFalse();
    assertThat(unset().requestRate()).isEqualTo(new RequestRate(500));
    assertThat(unset().apiRequestRate()).isEqualTo(new ApiRate(0));
    assertThat(unset().keySchedule()).isEqualTo(new KeySchedule(Duration.ofDays(90)));
    assertThat(unset().masterKey()).isNull();
    assertThat(unset().operator()).isEmpty();
    assertThat(unset().addresses(8099).eu()).isEqualTo(URI.create("http://localhost:8099"));
    assertThat(unset().addresses(8099).us()).isEqualTo(URI.create("http://localhost:8099"));
  }

  @Test
  void everySettingHasItsEnvironmentVariable() {
    assertThat(with("PORTCULLIS_HOME", "/elsewhere").home()).isEqualTo(Path.of("/elsewhere"));
    assertThat(with("PORTCULLIS_MASTER_KEY", "key").masterKey()).isEqualTo("key");
    assertThat(with("PORTCULLIS_REGION", "us").firstRegion()).isEqualTo(Region.US);
    assertThat(with("PORTCULLIS_INSECURE_ISSUERS", "true").insecureIssuers()).isTrue();
    assertThat(with("PORTCULLIS_STRICT_ACTIONS", "true").strictActions()).isTrue();
    assertThat(with("PORTCULLIS_API_RATE", "7").apiRequestRate()).isEqualTo(new ApiRate(7));
    assertThat(with("PORTCULLIS_KEY_ROTATION", "30").keySchedule())
        .isEqualTo(new KeySchedule(Duration.ofDays(30)));
    assertThat(with("PORTCULLIS_SCIM_RATE", "0").requestRate()).isEqualTo(new RequestRate(0));
    assertThat(with("PORTCULLIS_PUBLIC_URL", "https://p.example/").addresses(1).us())
        .isEqualTo(URI.create("https://p.example"));
    assertThat(with("PORTCULLIS_EU_URL", "https://eu.example").addresses(1).eu())
        .isEqualTo(URI.create("https://eu.example"));
    assertThat(with("PORTCULLIS_US_URL", "https://us.example").addresses(1).us())
        .isEqualTo(URI.create("https://us.example"));
    assertThat(
            settings(
                    Map.of(
                        "PORTCULLIS_CLIENT_ID", "me",
                        "PORTCULLIS_CLIENT_SECRET", "sixteen-letters!"))
                .operator())
        .contains(new ClientCredentials("me", "sixteen-letters!"));
  }

  @Test
  void settingsThatCannotBeMeantSoStopTheStartAndSayWhatToChange() {
    assertThatThrownBy(() -> with("PORTCULLIS_REGION", "mars").firstRegion())
        .hasMessageContaining("PORTCULLIS_REGION")
        .hasMessageContaining("`eu` or `us`");
    assertThatThrownBy(() -> with("PORTCULLIS_SCIM_RATE", "-1").requestRate())
        .hasMessageStartingWith("PORTCULLIS_SCIM_RATE is `-1`");
    assertThatThrownBy(() -> with("PORTCULLIS_API_RATE", "-1").apiRequestRate())
        .hasMessageStartingWith("PORTCULLIS_API_RATE is `-1`");
    assertThatThrownBy(() -> with("PORTCULLIS_KEY_ROTATION", "-1").keySchedule())
        .hasMessageStartingWith("PORTCULLIS_KEY_ROTATION is `-1`");
    assertThatThrownBy(() -> with("PORTCULLIS_CLIENT_ID", "me").operator())
        .hasMessageContaining("PORTCULLIS_CLIENT_SECRET");
    assertThatThrownBy(() -> with("PORTCULLIS_CLIENT_SECRET", "sixteen-letters!").operator())
        .hasMessageContaining("PORTCULLIS_CLIENT_ID");
    assertThatThrownBy(() -> with("PORTCULLIS_PUBLIC_URL", "nonsense").addresses(1))
        .hasMessageStartingWith("PORTCULLIS_PUBLIC_URL is `nonsense`");
    assertThatThrownBy(() -> with("PORTCULLIS_EU_URL", "ftp://eu.example").addresses(1))
        .hasMessageStartingWith("PORTCULLIS_EU_URL is");
  }

  @Test
  void theEmbeddedDatabasesMasterKeyIsMadeOnceAndItsOwnersAlone(@TempDir Path home)
      throws IOException {
    Settings settings = with("PORTCULLIS_HOME", home.resolve("data").toString());
    String sealed = MasterKeys.of(settings, "jdbc:h2:file:x").seal("p", "secret");
    Path file = home.resolve("data").resolve(MasterKeys.FILE);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    MasterKey again = MasterKeys.of(settings, "jdbc:h2:file:x");
    assertThat(again.open("p", sealed)).isEqualTo("secret");
  }

  @Test
  void postgresqlNeedsAMasterKeyThatEveryNodeHas() {
    assertThatThrownBy(() -> MasterKeys.of(unset(), "jdbc:postgresql://db/portcullis"))
        .hasMessageContaining("PORTCULLIS_MASTER_KEY must be set");
  }

  @Test
  void aStartThatASettingStopsEndsWithTheSentenceThatNamesIt() {
    IllegalArgumentException fault =
        catchThrowableOfType(
            IllegalArgumentException.class, () -> with("PORTCULLIS_REGION", "mars").firstRegion());
    FailureAnalysis analysis = new SettingsFailure().analyze(new BeanCreationException("x", fault));
    assertThat(Objects.requireNonNull(analysis).getDescription())
        .contains("PORTCULLIS_REGION is `mars`");
  }
}
