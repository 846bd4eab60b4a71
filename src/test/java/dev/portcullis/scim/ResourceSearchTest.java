package dev.portcullis.scim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.portcullis.scim.message.ScimFault;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.QueryTimeoutException;

class ResourceSearchTest {

  @Test
  void aSearchThatTheDatabaseGivesUpIsTheClientsToNarrow() {
    ScimFault fault =
        assertThatExceptionOfType(ScimFault.class)
            .isThrownBy(() ->
                ResourceSearch.withinReason(() -> {
                  throw new QueryTimeoutException("select ... from users");
                }))
            .actual();
    assertThat(fault.status()).isEqualTo(400);
    assertThat(fault.scimType()).hasValue("tooMany");
    assertThat(fault.detail()).contains("filter").doesNotContain("select");
  }

  @Test
  void otherTroubleOfTheDatabaseStaysOurs() {
    assertThatExceptionOfType(CannotAcquireLockException.class)
        .isThrownBy(() ->
            ResourceSearch.withinReason(() -> {
              throw new CannotAcquireLockException("busy");
            }));
  }
}
