package org.torg.kernel.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.torg.api.Refusal;
import org.torg.api.account.AccountId;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.LocationId;
import org.torg.api.configurator.Answers;
import org.torg.api.configurator.Configuration;
import org.torg.api.order.Order;
import org.torg.api.order.Order.LineDetail;
import org.torg.api.order.Orders.LineFile;
import org.torg.api.order.PlaceOrder;
import org.torg.api.pricing.LineId;
import org.torg.api.store.Transactions.Tx;
import org.torg.api.vendor.VendorId;
import org.torg.kernel.command.Gate;
import org.torg.kernel.pricing.Expansion;
import org.torg.kernel.upload.Attachments.Place;
import org.torg.kernel.upload.LineFiles;
import org.torg.kernel.upload.LineFiles.Line;
import org.torg.kernel.upload.LineFiles.Need;
import org.torg.kernel.upload.LineFiles.Ordered;
import org.torg.kernel.upload.OwnedFiles;

/** The files of an order's lines: ready when it is placed, and the order's from then on (D20). */
@Component(service = OrderFiles.class)
public final class OrderFiles {

    private final LineFiles files;
    private final OwnedFiles owned;
    private final Gate gate;

    @Activate
    public OrderFiles(@Reference LineFiles files, @Reference OwnedFiles owned, @Reference Gate gate) {
        this.files = files;
        this.owned = owned;
        this.gate = gate;
    }

    /** Configured lines, as {@link LineFiles} looks at them. */
    public static List<Line> lines(Expansion expansion) {
        return expansion.configured().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Line(
                        "/lines/" + entry.getKey(),
                        entry.getValue().guidance().model(),
                        entry.getValue().guidance().answers(),
                        entry.getValue().line().recipient()))
                .toList();
    }

    /** Why the caller may name no files here, where some are named: they are for those who may fill carts. */
    Optional<Refusal> denied(Caller caller, PlaceOrder command) {
        boolean named = command.lines().stream()
                .flatMap(line -> line.answers().stream())
                .anyMatch(answers -> !answers.files().isEmpty());
        return named ? gate.requireHere(caller, Function.CART_EDIT) : Optional.empty();
    }

    /** Why these lines cannot be ordered with their files. */
    Optional<Refusal> obstacle(Expansion expansion, AccountId account, Optional<LocationId> location, VendorId vendor) {
        return expansion.configured().isEmpty()
                ? Optional.empty()
                : files.obstacle(new Place(account, location, vendor), lines(expansion), Need.READY);
    }

    /** Gives the files to the order, in the transaction that stores it. */
    void book(Tx tx, Order order) {
        List<LineId> bought =
                order.lines().stream().map(line -> line.bought()).distinct().toList();
        List<Ordered> lines = new ArrayList<>();
        for (LineDetail detail : order.details()) {
            Answers answers = detail.configuration().map(Configuration::answers).orElse(Answers.NONE);
            lines.add(new Ordered(
                    detail.line().value(), "/lines/" + bought.indexOf(detail.line()), answers, detail.recipient()));
        }
        files.order(tx, order.id().value(), place(order), lines);
    }

    private static Place place(Order order) {
        return new Place(order.account(), order.location(), order.vendor());
    }

    /** Those that the caller may see. */
    List<LineFile> of(Caller caller, Order order) {
        return order.details().isEmpty()
                ? List.of()
                : owned.ofOrder(caller, order.id().value(), place(order)).stream()
                        .map(file -> new LineFile(new LineId(file.part()), file.upload()))
                        .toList();
    }
}
