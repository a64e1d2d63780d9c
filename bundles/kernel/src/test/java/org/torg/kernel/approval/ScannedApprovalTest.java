package org.torg.kernel.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.torg.kernel.fixture.Outcomes.code;

import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.junit.jupiter.api.Tag;
import org.torg.api.account.Caller;
import org.torg.api.account.Role;
import org.torg.api.cart.CartId;
import org.torg.api.order.ApprovalRule;
import org.torg.api.order.Order;
import org.torg.api.order.PriceAgreement;
import org.torg.api.upload.UploadId;
import org.torg.kernel.fixture.Clinic;
import org.torg.kernel.fixture.Database;
import org.torg.kernel.fixture.OnEveryDatabase;
import org.torg.kernel.fixture.Scanned;
import org.torg.kernel.fixture.Splint;

/** Scans of what a second person lets through. */
@Tag("D20")
class ScannedApprovalTest {

    @OnEveryDatabase
    void approvalIsAskedForAndGivenWithReadyFilesOnly(Database database) {
        Scanned scene = Scanned.open(database);
        Caller owner = Colleagues.at(new Colleagues(scene.clinic.shop()).with("owner", Role.OWNER), Clinic.NORTH);
        scene.kernel
                .approvals
                .setRules(
                        owner,
                        Optional.empty(),
                        Clinic.ACCOUNT,
                        Optional.empty(),
                        List.of(new ApprovalRule(Optional.empty(), Optional.empty(), Money.parse("NOK 0.00"))))
                .orElseThrow();
        UploadId scan = scene.announced();
        CartId cart = scene.cart();
        scene.add(cart, Splint.scanned(scan)).orElseThrow();
        var checkout = Clinic.checkout(Optional.empty());

        assertThat(code(scene.kernel.approvals.ask(scene.dentist, Optional.empty(), cart, checkout, "")))
                .isEqualTo("upload-not-ready");
        scene.send(scan);
        scene.check();
        var asked = scene.kernel
                .approvals
                .ask(scene.dentist, Optional.empty(), cart, checkout, "")
                .orElseThrow();
        Order order = scene.kernel
                .approvals
                .approve(owner, Optional.empty(), asked.id(), new PriceAgreement.Current())
                .orElseThrow();

        assertThat(scene.files(scene.dentist, order)).containsExactly(scan);
        List<String> kinds = scene.kernel.transactions.read(
                tx -> scene.kernel.stores.uploads().ownerKinds(tx, scan));
        assertThat(kinds).containsExactly("ORDER");
    }
}
