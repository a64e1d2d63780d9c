package org.torg.kernel.approval;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Argument;
import org.torg.api.account.Account;
import org.torg.api.order.Approvals.Approval;
import org.torg.api.store.AccountStore;
import org.torg.api.store.ApprovalStore.Colleague;
import org.torg.api.store.Transactions.Tx;
import org.torg.kernel.notification.Mailer;
import org.torg.kernel.notification.Mailer.Letter;

/** Tells those who may approve that they were asked, and who has asked what came of it. */
@Component(service = ApprovalMails.class)
public final class ApprovalMails {
    /** More would be a circular. */
    private static final int MOST = 20;

    private final Mailer mailer;
    private final AccountStore accounts;
    private final Approvers approvers;

    @Activate
    public ApprovalMails(@Reference Mailer mailer, @Reference AccountStore accounts, @Reference Approvers approvers) {
        this.mailer = mailer;
        this.accounts = accounts;
        this.approvers = approvers;
    }

    void asked(Tx tx, Approval approval, List<Colleague> approvers) {
        String accountName = accountName(tx, approval);
        approvers.stream()
                .limit(MOST)
                .forEach(approver -> mailer.queue(
                        tx,
                        letter(
                                approval,
                                approver,
                                "approval-asked",
                                List.of(
                                        Argument.text(approver.name()),
                                        Argument.text(accountName),
                                        Argument.amount(approval.total())))));
    }

    /**
     * Nobody is told whose access was withdrawn meanwhile.
     *
     * @param orderNumber of what it has become, where it was approved
     */
    void decided(Tx tx, Approval approval, Optional<String> orderNumber) {
        approvers
                .colleague(tx, approval.account(), approval.askedBy())
                .ifPresent(asker -> mailer.queue(
                        tx,
                        letter(
                                approval,
                                asker,
                                "approval-decided",
                                List.of(
                                        Argument.text(asker.name()),
                                        Argument.text(accountName(tx, approval)),
                                        Argument.amount(approval.total()),
                                        Argument.text(orderNumber.orElse(""))))));
    }

    private String accountName(Tx tx, Approval approval) {
        return accounts.account(tx, approval.account()).map(Account::name).orElse("");
    }

    private static Letter letter(Approval approval, Colleague to, String template, List<Argument> arguments) {
        return new Letter(
                Optional.of(to.user()),
                to.email(),
                Optional.of(approval.vendor()),
                Optional.of(approval.account()),
                template,
                to.language(),
                arguments,
                Optional.empty());
    }
}
