package org.torg.portal.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.account.People.Rights;
import org.torg.api.account.Role;
import org.torg.portal.page.Fields;

class RightsFormTest {

    private static final LocationId OSLO = new LocationId("oslo");
    private static final LocationId BERGEN = new LocationId("bergen");

    private static Fields ticked(String role, String everywhere) {
        return new Fields(Map.of(
                RightsForm.ROLE, List.of(role),
                RightsForm.FUNCTIONS, List.of("order-read", "invoice-read"),
                RightsForm.WHERE, List.of(everywhere),
                RightsForm.LOCATIONS, List.of("oslo", "bergen")));
    }

    @Test
    @Tag("H11")
    @Tag("H12")
    void aColleagueHasWhatIsTickedWhereItIsTicked() {
        Rights rights = RightsForm.read(ticked("colleague", "no"), true);

        assertThat(rights.functions()).containsExactlyInAnyOrder(Function.ORDER_READ, Function.INVOICE_READ);
        assertThat(rights.locations()).containsExactlyInAnyOrder(OSLO, BERGEN);
        assertThat(rights.everywhere()).isFalse();
    }

    @Test
    void placesThatAreTickedDoNotCountWhereSomebodyWorksEverywhere() {
        Rights rights = RightsForm.read(ticked("colleague", "yes"), true);

        assertThat(rights.everywhere()).isTrue();
        assertThat(rights.locations()).isEmpty();
    }

    @Test
    void whereNothingIsSaidOfPlacesNothingIsGivenEverywhere() {
        Rights rights = RightsForm.read(ticked("colleague", "").without(RightsForm.LOCATIONS), true);

        assertThat(rights.everywhere()).isFalse();
        assertThat(rights.locations()).isEmpty();
    }

    @Test
    void aCompanyWithoutLocationsIsOnePlace() {
        assertThat(RightsForm.read(ticked("buyer", "").without(RightsForm.LOCATIONS), false)
                        .everywhere())
                .isTrue();
    }

    @Test
    @Tag("H05")
    void anOwnerIsOneEverywhereAndWithoutTicks() {
        assertThat(RightsForm.read(ticked("owner", "no"), true))
                .isEqualTo(new Rights(Role.OWNER, Set.of(), Set.of(), true, false));
    }

    @Test
    void aRoleThatNobodyKnowsIsOneOfTicksAlone() {
        assertThat(RightsForm.read(ticked("emperor", "no"), true).role()).isEqualTo(Role.COLLEAGUE);
    }

    @Test
    void whatIsShownIsReadAgainAsItWas() {
        Rights rights = new Rights(Role.COLLEAGUE, Set.of(Function.ORDER_READ), Set.of(OSLO), false, true);

        assertThat(RightsForm.read(RightsForm.fields(rights), true)).isEqualTo(rights);
    }

    @Test
    @Tag("H10")
    void aNewColleagueSeesNoInvoicesUnlessSomebodyTicksThem() {
        assertThat(RightsForm.functions(RightsForm.USUAL))
                .contains(Function.ORDER_PLACE)
                .doesNotContain(Function.INVOICE_READ, Function.ACCOUNT_EDIT);
        assertThat(RightsForm.tickable()).contains(Function.INVOICE_READ);
    }
}
