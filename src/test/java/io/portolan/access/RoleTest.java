package io.portolan.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

class RoleTest {

    @ParameterizedTest
    @CsvSource({"ADMIN, APPROVER, true", "ADMIN, VIEWER, true", "ADMIN, GATEWAY, false", "OPERATOR, VIEWER, true", "OPERATOR, APPROVER, false",
        "AUDITOR, VIEWER, true", "AUDITOR, OPERATOR, false", "GATEWAY, VIEWER, false", "VIEWER, OPERATOR, false"})
    void includesWhatTheRolesBelowItMayDo(Role role, Role other, boolean includes) {
        assertThat(role.includes(other)).isEqualTo(includes);
        assertThat(new Actor("user:eve", Set.of(role)).may(other)).isEqualTo(includes);
    }

    @Test
    void tellsSpringSecurityTheSameOrder() {
        var hierarchy = RoleHierarchyImpl.fromHierarchy(Role.hierarchy());

        for (var role : Role.values()) {
            var reachable = hierarchy.getReachableGrantedAuthorities(Set.of(new SimpleGrantedAuthority(role.authority())));
            for (var other : Role.values()) {
                assertThat(reachable.stream().anyMatch(granted -> granted.getAuthority().equals(other.authority())))
                        .as(role + " includes " + other).isEqualTo(role.includes(other));
            }
        }
    }
}
