package org.torg.kernel.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.RecipientId;
import org.torg.api.cart.CartId;
import org.torg.api.order.Order;
import org.torg.api.privacy.PersonalData.Hold;
import org.torg.api.privacy.Privacy;
import org.torg.api.privacy.Subject;
import org.torg.api.upload.UploadId;
import org.torg.kernel.fixture.Callers;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Scanned;
import org.torg.kernel.fixture.Splint;
import org.torg.kernel.housekeeping.Kept;
import org.torg.kernel.housekeeping.RetentionJob;
import org.torg.kernel.job.Turns;

/** What becomes of scans when those go whom they show, who sent them, or the cart that named them. */
@Tag("D19")
@Tag("D20")
class ScannedPatientTest {

    @OnEveryDatabase
    void scansOfAnErasedPatientGoUnlessSomethingWasOrderedWithThem(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId planned = scene.ready();
        UploadId ordered = scene.ready();
        UploadId anothers = scene.ready();
        CartId cart = scene.cart();
        scene.add(cart, Splint.scanned(ordered)).orElseThrow();
        Order order = scene.checkOut(cart).orElseThrow();
        CartId open = scene.cart();
        RecipientId ola = scene.patient(scene.dentist, "Ola Nordmann");
        scene.add(open, Splint.scanned(planned)).orElseThrow();
        scene.add(open, Splint.scanned(anothers), ola).orElseThrow();

        Privacy.Erasure erasure = scene.kernel
                .privacy
                .erase(Callers.STAFF, Optional.empty(), new Subject.Patient(scene.patient))
                .orElseThrow();

        assertThat(erasure.kept().get("uploads")).extracting(Hold::code).containsExactly("ordered-files");
        scene.clinic.shop().clock().move(Duration.ofHours(1));
        scene.expire();
        assertThat(code(scene.uploading.uploads.get(scene.dentist, planned))).isEqualTo("upload-not-found");
        assertThat(scene.upload(anothers).attached()).isTrue();
        assertThat(scene.files(scene.dentist, order)).containsExactly(ordered);
        assertThat(scene.kernel
                        .carts
                        .get(scene.dentist, open)
                        .orElseThrow()
                        .cart()
                        .lines())
                .hasSize(2);
    }

    @OnEveryDatabase
    void aCartThatIsThrownAwayLetsGoOfItsFiles(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        scene.add(scene.cart(), Splint.scanned(scan)).orElseThrow();
        scene.clinic.shop().clock().move(Duration.ofDays(400));

        Turns turns = new Turns(
                scene.kernel,
                new RetentionJob(
                        new RetentionPeriods(new Kept(12, 1, 8, 90)),
                        scene.kernel.transactions,
                        scene.kernel.stores.jobs(),
                        scene.kernel.stores.retention(),
                        scene.kernel.clock));
        assertThat(turns.turn()).isTrue();

        assertThat(scene.upload(scan).attached()).isFalse();
        scene.expire();
        assertThat(code(scene.uploading.uploads.get(scene.dentist, scan))).isEqualTo("upload-not-found");
    }

    @OnEveryDatabase
    void theCartOfWhoIsErasedLetsGoOfItsFiles(Database database) {
        Scanned scene = Scanned.open(database);
        UploadId scan = scene.ready();
        scene.add(scene.cart(), Splint.scanned(scan)).orElseThrow();

        scene.kernel
                .privacy
                .erase(
                        Callers.STAFF,
                        Optional.empty(),
                        new Subject.User(scene.dentist.user().orElseThrow()))
                .orElseThrow();

        assertThat(scene.upload(scan).attached()).isFalse();
    }
}
