package org.torg.api.quickorder;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Outcome;
import org.torg.api.account.Caller;
import org.torg.api.cart.CartId;
import org.torg.api.order.OrderId;
import org.torg.api.quote.ProjectListId;
import org.torg.api.vendor.VendorId;

/**
 * Orders by article number and quantity (L20, L21): each row is judged by itself, good ones go into a cart or onto a project list in
 * one step, bad ones come back as they were typed. Of what was read nothing is kept but articles and quantities. All need {@code
 * CART_EDIT}; an earlier order needs {@code ORDER_READ} too, and must be the account's own.
 *
 * <p>All are refused with {@code rows-missing}, {@code rows-too-many} ({@value #MAX_ROWS}), {@code sheet-too-large} ({@value
 * #MAX_BYTES} bytes), {@code encoding-unsupported}, {@code order-not-found}, {@code vendor-required}, {@code vendor-unavailable}.
 */
@ProviderType
public interface QuickOrders {

    int MAX_ROWS = 10_000;
    int MAX_BYTES = 4 * 1024 * 1024;

    /** Where the rows come from. */
    sealed interface Source {

        record Rows(List<Typed> rows) implements Source {
            public Rows {
                rows = List.copyOf(rows);
            }
        }

        /** @param article and {@code quantity} as they were typed; may be anything */
        record Typed(String article, String quantity) {}

        /** Pasted: a row on each line, its parts separated by tabs, semicolons, commas or blanks. */
        record Text(String text) implements Source {}

        /**
         * A file as spreadsheets write it: UTF-8, UTF-16 or Windows-1252, separated by semicolons, commas or tabs. With a header in
         * Norwegian, Swedish, Danish, Finnish or English its columns may stand anywhere; without one, article and quantity come
         * first. Cells that look like formulas are text.
         */
        record File(ByteBuffer content) implements Source {
            public File {
                content = content.asReadOnlyBuffer();
            }
        }

        /** What was ordered then, as it was configured, for nobody in particular. */
        record Earlier(OrderId order) implements Source {}
    }

    /** Where good rows go. */
    sealed interface Target {

        record NewCart(Optional<VendorId> vendor) implements Target {}

        record IntoCart(CartId cart) implements Target {}

        record OntoList(ProjectListId list) implements Target {}
    }

    /**
     * Judges the rows and changes nothing.
     *
     * @param vendor may be left out where the tenant has one only; an earlier order names its own
     * @param defaults whether articles that need a configuration are taken as their model has them at the start
     */
    Outcome<Report> check(Caller caller, Optional<VendorId> vendor, Source source, boolean defaults);

    /**
     * Judges the rows and adds the good ones, in one step. Refused also as the cart or list is, and with {@code cart-full}, {@code
     * list-full}: then nothing is added.
     */
    Outcome<Filled> fill(Caller caller, Optional<IdempotencyKey> key, Target target, Source source, boolean defaults);

    /**
     * The rows that are left out, as a file that can be corrected and sent again: article, quantity, and why. Cells that a spreadsheet
     * would take for formulas are marked as text.
     */
    Outcome<Csv> rejected(Caller caller, Optional<VendorId> vendor, Source source, boolean defaults);

    /** A file, written as it is read. */
    interface Csv {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * @param cart into which the rows went; neither it nor {@code list} is there when no row was good
     * @param report of a repeat under the same key: as things stand now
     */
    record Filled(Optional<CartId> cart, Optional<ProjectListId> list, Report report) {}
}
