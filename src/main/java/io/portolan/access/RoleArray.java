package io.portolan.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Roles as a column holds them: an array of their names in small letters. */
final class RoleArray {

    private RoleArray() {
    }

    static String of(Set<Role> roles) {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    static Set<Role> read(ResultSet row, String column) throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(name -> Role.valueOf(name.toUpperCase(Locale.ROOT))).collect(Collectors.toUnmodifiableSet());
    }
}
