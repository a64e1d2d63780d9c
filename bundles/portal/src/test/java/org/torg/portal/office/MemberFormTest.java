package org.torg.portal.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Member;
import org.torg.api.account.People.Rights;
import org.torg.api.account.Role;
import org.torg.api.account.UserId;
import org.torg.portal.page.Fields;

class MemberFormTest {

    private static Fields form(String role, Map<String, List<String>> more) {
        Map<String, List<String>> all = new java.util.LinkedHashMap<>(more);
        all.put("role", List.of(role));
        return new Fields(all);
    }

    @Test
    @Tag("H11")
    void aColleagueMayWhatIsTickedAndLookAtTheCatalogue() {
        Rights rights = MemberForm.rights(
                form("colleague", Map.of("function", List.of("order-read", "no-such-thing", "cart-edit"))));

        assertThat(rights.functions())
                .containsExactlyInAnyOrder(Function.CATALOG_READ, Function.ORDER_READ, Function.CART_EDIT);
        assertThat(rights.everywhere()).isTrue();
    }

    @Test
    void aColleagueWithoutTicksIsLeftToTheKernelToRefuse() {
        assertThat(MemberForm.rights(form("colleague", Map.of())).functions()).isEmpty();
    }

    @Test
    @Tag("H12")
    void locationsThatAreTickedAreWhereSomebodyMay() {
        Rights rights = MemberForm.rights(form("buyer", Map.of("location", List.of("l-1", "l-2"))));

        assertThat(rights.locations()).containsExactlyInAnyOrder(new LocationId("l-1"), new LocationId("l-2"));
        assertThat(rights.everywhere()).isFalse();
        assertThat(rights.functions()).isEmpty();
    }

    @Test
    @Tag("H05")
    void anOwnerHasTheWholeAccountAndStaffNoLocations() {
        for (String role : List.of("owner", "staff-orders")) {
            Rights rights = MemberForm.rights(form(role, Map.of("location", List.of("l-1"))));
            assertThat(rights.everywhere()).isTrue();
            assertThat(rights.locations()).isEmpty();
        }
    }

    @Test
    void whatSomebodyHasComesBackFromTheFormUnchanged() {
        Rights rights = new Rights(
                Role.COLLEAGUE,
                Set.of(Function.CATALOG_READ, Function.ORDER_READ),
                Set.of(new LocationId("l-1")),
                false,
                true);
        Member member = new Member(
                new UserId("u-1"),
                Optional.of("a@b.example"),
                "A B",
                Optional.empty(),
                rights,
                true,
                false,
                Optional.empty(),
                7);

        Fields filled = MemberForm.fill(member);
        assertThat(MemberForm.rights(filled)).isEqualTo(rights);
        assertThat(filled.version()).contains(7L);
    }

    @Test
    @Tag("D08")
    void anEMailIsTakenAsItIsWritten() {
        Fields form = form("buyer", Map.of("email", List.of(" Info+Kari@klinikk.example ")));
        assertThat(MemberForm.member(form).email()).contains("Info+Kari@klinikk.example");
    }
}
