package org.torg.kernel.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.torg.api.Outcome;
import org.torg.api.upload.FileType;
import org.torg.api.upload.NewUpload;
import org.torg.api.upload.Upload;
import org.torg.api.vendor.ParameterChange;
import org.torg.api.vendor.ParameterDefinition;
import org.torg.api.vendor.Vendor;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.Kernel;
import org.torg.kernel.fixture.SetClock;
import org.torg.kernel.fixture.Uploading;
import org.torg.vendors.dental.DentalVendor;
import org.torg.vendors.hearing.HearingVendor;

/** Vendors who ask for files say how large they may be. */
@Tag("D20")
class VendorUploadLimitTest {

    private static final Database DATABASE = Database.DERBY;

    @AfterEach
    void emptyTables() {
        DATABASE.clean();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dental", "hearing"})
    void ofWhatTheOperatorAllowsAVendorMayAllowLess(String name) {
        Vendor vendor = name.equals("dental") ? new DentalVendor("1.0.0") : new HearingVendor("1.0.0");
        DATABASE.clean();
        Kernel kernel = new Kernel(DATABASE, new SetClock(), vendor);
        kernel.found();
        Uploading node = new Uploading(kernel, DATABASE, kernel.recipients);
        assertThat(code(announce(node, 20))).isEqualTo("done");
        assertThat(code(announce(node, 21))).isEqualTo("file-too-large");

        assertThat(vendor.parameters())
                .extracting(ParameterDefinition::key)
                .filteredOn(UploadLimits.PARAMETER::equals)
                .hasSize(1);
        kernel.vendors
                .change(
                        Callers.STAFF,
                        Optional.empty(),
                        vendor.descriptor().id(),
                        new ParameterChange(UploadLimits.PARAMETER, "5", kernel.clock.today(ZoneOffset.UTC)))
                .orElseThrow();

        assertThat(code(announce(node, 5))).isEqualTo("done");
        assertThat(code(announce(node, 6))).isEqualTo("file-too-large");
    }

    private static Outcome<Upload> announce(Uploading node, int megabytes) {
        return node.uploads.create(
                Callers.owner(),
                Optional.empty(),
                new NewUpload(
                        Optional.empty(), FileType.STL, megabytes * 1_000_000L, Optional.empty(), Optional.empty()));
    }
}
