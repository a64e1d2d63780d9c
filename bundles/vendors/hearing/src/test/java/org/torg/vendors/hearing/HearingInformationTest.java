package org.torg.vendors.hearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.torg.api.account.Address;
import org.torg.api.vendor.Information;
import org.torg.api.vendor.Information.ContactPoint;
import org.torg.api.vendor.Information.ContactPoint.Role;
import org.torg.api.vendor.Information.Help;
import org.torg.api.vendor.Information.Task;

class HearingInformationTest {

    private final Information information = new HearingVendor("1.0.0").information();

    @Test
    @Tag("H58")
    void customerServiceIsReachedByPhoneAndMailForTechnicalProblemsAndOrders() {
        ContactPoint service = information.contacts().get(0);

        assertThat(service.phone()).startsWith("+46");
        assertThat(service.email()).isEqualTo("kundtjanst@horlund.example");
        assertThat(service.purpose().orElseThrow().in(Locale.forLanguageTag("sv")))
                .isEqualTo("Tekniska problem och beställningar");
    }

    @Test
    @Tag("H59")
    void theSalesCompanyOfTheMarketStandsBesideTheHeadOffice() {
        assertThat(information.contacts())
                .extracting(ContactPoint::role, ContactPoint::market, contact -> contact.address()
                        .map(Address::country))
                .containsExactly(
                        tuple(Role.SALES_COMPANY, Optional.of("SE"), Optional.of("SE")),
                        tuple(Role.HEAD_OFFICE, Optional.empty(), Optional.of("DK")));
    }

    @Test
    void helpIsThereForWhatCustomersDo() {
        assertThat(information.help())
                .extracting(Help::task)
                .containsExactly(
                        Task.SIGN_IN,
                        Task.ORDER,
                        Task.CONFIGURE,
                        Task.SAVE_FAVOURITE,
                        Task.TRACK,
                        Task.RETURN,
                        Task.PAY,
                        Task.MANAGE_ACCOUNT);
    }
}
