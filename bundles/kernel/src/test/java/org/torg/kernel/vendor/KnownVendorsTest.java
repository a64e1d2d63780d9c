package org.torg.kernel.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Kernel.LIGHTING;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.torg.api.vendor.Vendor;
import org.torg.api.vendor.VendorDescriptor;
import org.torg.api.vendor.Vendors;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.KernelContract;

class KnownVendorsTest {

    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @Nested
    class OnDerby extends Contract {
        OnDerby() {
            super(Database.DERBY);
        }
    }

    @Nested
    class OnPostgresql extends Contract {
        OnPostgresql() {
            super(Database.POSTGRESQL);
        }
    }

    abstract static class Contract extends KernelContract {

        Contract(Database database) {
            super(database);
        }

        @Test
        void theDayIsThatOfTheVendorAlsoWhileItIsAway() {
            Vendor vendor = kernel.registry.find(LIGHTING).orElseThrow();
            VendorDescriptor seller = vendor.descriptor();
            kernel.faces.keep(vendor);
            assertThat(kernel.vendors.zone()).isEqualTo(OSLO);

            kernel.registry.close(LIGHTING);

            assertAway(kernel.vendors, seller);
            assertAway(kernel.node().vendors, seller);
        }

        @Test
        void withoutAnyVendorTheDayIsThatOfNoPlace() {
            kernel.registry.close(LIGHTING);

            assertThat(kernel.vendors.known()).isEmpty();
            assertThat(kernel.vendors.zone()).isEqualTo(ZoneOffset.UTC);
        }

        private static void assertAway(Vendors vendors, VendorDescriptor seller) {
            assertThat(vendors.isOpen(LIGHTING)).isFalse();
            assertThat(vendors.present()).isEmpty();
            assertThat(vendors.known()).containsExactly(seller);
            assertThat(vendors.zone()).isEqualTo(OSLO);
            assertThat(vendors.speech(LIGHTING)).isPresent();
        }
    }
}
