package io.portolan.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.portolan.playbook.Portal.PasswordRules;
import java.util.HashSet;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordMakerTest {

    private final PasswordMaker maker = new PasswordMaker();

    @RepeatedTest(50)
    void hasOneOfEachKindAndTheHousesLengthWhereThePortalSaysNothing() {
        assertThat(made(null)).hasSize(20).matches(".*[A-Z].*").matches(".*[a-z].*").matches(".*[0-9].*").matches(".*[!#%*+\\-_=].*");
    }

    @RepeatedTest(50)
    void keepsToTheRulesOfThePortal() {
        assertThat(made(new PasswordRules(12, "$", null))).hasSize(12).matches("[A-Za-z0-9$]+").contains("$");
    }

    @Test
    void leavesTheHousesSymbolsOrLengthWhereThePortalNamesOnlyTheOther() {
        assertThat(made(new PasswordRules(31, null, null))).hasSize(31).matches(".*[!#%*+\\-_=].*");
        assertThat(made(new PasswordRules(null, "$", null))).hasSize(20).contains("$");
        assertThat(made(new PasswordRules(31, "", null))).matches(".*[!#%*+\\-_=].*");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 5})
    void hasRoomForOneOfEachKindHoweverShort(int length) {
        assertThat(made(new PasswordRules(length, "$", null))).hasSize(Math.max(4, length))
                .matches(".*[A-Z].*").matches(".*[a-z].*").matches(".*[0-9].*").contains("$");
    }

    @RepeatedTest(20)
    void hasNoCharactersThatPeopleMistakeForEachOther() {
        assertThat(made(new PasswordRules(200, "$", null))).doesNotContainPattern("[IOl01]");
    }

    @Test
    void isNeverTheSameAndNeverInTheSameOrder() {
        var made = new HashSet<String>();
        var first = new HashSet<Character>();
        for (int i = 0; i < 500; i++) {
            var password = made(null);
            made.add(password);
            first.add(password.charAt(0));
        }
        assertThat(made).hasSize(500);
        assertThat(first).hasSizeGreaterThan(26);
        assertThat(first).anyMatch(Character::isUpperCase).anyMatch(Character::isLowerCase).anyMatch(Character::isDigit)
                .anyMatch(each -> !Character.isLetterOrDigit(each));
    }

    private String made(PasswordRules rules) {
        try (var password = maker.make(rules)) {
            return password.reveal(CharSequence::toString);
        }
    }
}
