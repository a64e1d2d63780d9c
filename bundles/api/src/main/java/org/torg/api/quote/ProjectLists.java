package org.torg.api.quote;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.torg.api.IdempotencyKey;
import org.torg.api.Message;
import org.torg.api.Outcome;
import org.torg.api.Page;
import org.torg.api.PageRequest;
import org.torg.api.account.Caller;
import org.torg.api.cart.CartId;
import org.torg.api.catalog.Sku;
import org.torg.api.configurator.Answers;
import org.torg.api.pricing.LineId;
import org.torg.api.vendor.VendorId;

/**
 * Project lists of the caller's account: several of them, which every buyer of the account at that location may see and edit. All
 * need {@code CART_EDIT}; a foreign one answers as an unknown one. An {@code expectedVersion} other than the current one is refused
 * with {@code version-mismatch}.
 */
@ProviderType
public interface ProjectLists {

    int MAX_LISTS = 1_000;
    int MAX_LINES = 1_000;

    /**
     * Opens a list, with lines from the start where there are some (L17). Refused with {@code vendor-required}, {@code
     * vendor-unavailable}, {@code name-invalid}, {@code lists-too-many}, and as {@link #add}.
     */
    Outcome<ProjectList> create(
            Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor, String name, List<NewLine> lines);

    /** Opens an empty list. */
    default Outcome<ProjectList> create(
            Caller caller, Optional<IdempotencyKey> key, Optional<VendorId> vendor, String name) {
        return create(caller, key, vendor, name, List.of());
    }

    /** The newest first, without their lines. Refused with {@code cursor-invalid}. */
    Outcome<Page<Overview>> find(Caller caller, Optional<VendorId> vendor, PageRequest page);

    /** How many {@link #find} would show of all vendors. One statement. */
    Outcome<Integer> count(Caller caller);

    /** @param lines how many */
    record Overview(ProjectList list, int lines) {}

    Outcome<ProjectList> get(Caller caller, ProjectListId id);

    Outcome<ProjectList> rename(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, Optional<Long> expectedVersion, String name);

    /** With all that is on it. Quotes that were asked for on it stay. */
    Outcome<ProjectListId> delete(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, Optional<Long> expectedVersion);

    /**
     * Adds lines at its end, all or none. Parallel calls lose nothing. Refused with {@code sku-unknown}, {@code quantity-invalid},
     * {@code list-full}, {@code note-invalid}, {@code configuration-none}, {@code question-unknown}, {@code answer-invalid}, {@code
     * answer-about-recipient} (a list is the account's, and nothing on it is about anybody), {@code answer-with-file}.
     */
    Outcome<ProjectList> add(Caller caller, Optional<IdempotencyKey> key, ProjectListId id, List<NewLine> lines);

    /** @param answers of an article that is configured; may be incomplete. Empty: its model's defaults */
    record NewLine(Sku sku, int quantity, Optional<Answers> answers, Optional<String> note) {}

    /**
     * @param quantity the new one; 0 removes the line
     * @param answers empty: as they were; refused as in {@link #add}
     */
    Outcome<ProjectList> change(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId id,
            Optional<Long> expectedVersion,
            LineId line,
            int quantity,
            Optional<Answers> answers,
            Optional<String> note);

    /**
     * Puts lines of a list at the end of another one of the same vendor, in one step. Refused with {@code line-unknown},
     * {@code list-full}, {@code list-vendor-differs}.
     *
     * @param lines empty: all
     * @param keep whether they stay where they are, too: a copy
     */
    Outcome<ProjectList> transfer(
            Caller caller,
            Optional<IdempotencyKey> key,
            ProjectListId from,
            ProjectListId to,
            List<LineId> lines,
            boolean keep);

    /**
     * Puts lines into a cart, as far as possible; the list stays as it is. Refused with {@code line-unknown}, {@code
     * cart-vendor-differs}, {@code nothing-to-add} (its details say why of each line), and as the cart.
     *
     * @param lines empty: all
     * @param cart empty: a new one
     */
    Outcome<CartFilled> fillCart(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, List<LineId> lines, Optional<CartId> cart);

    /**
     * Puts lines of an open cart at the end of the list; the cart stays as it is. For whom a line is, what was answered about them, and
     * files are left out. Refused with {@code line-unknown}, {@code list-full}, {@code cart-vendor-differs}, and as the cart.
     *
     * @param lines empty: all
     */
    Outcome<ListFilled> addFromCart(
            Caller caller, Optional<IdempotencyKey> key, ProjectListId id, CartId cart, List<LineId> lines);

    /** @param lines in their order; none in the answer to a repeat */
    record CartFilled(CartId cart, List<Carried> lines) {
        public CartFilled {
            lines = List.copyOf(lines);
        }
    }

    /** @param lines in their order; none in the answer to a repeat */
    record ListFilled(ProjectList list, List<Carried> lines) {
        public ListFilled {
            lines = List.copyOf(lines);
        }
    }

    /**
     * What became of a line.
     *
     * @param line where it comes from
     * @param to what it has become, or was added to; empty when it was not added
     * @param remarks why it was not added, or what was left out of it
     */
    record Carried(LineId line, Sku sku, int quantity, Optional<LineId> to, List<Remark> remarks) {
        public Carried {
            remarks = List.copyOf(remarks);
        }
    }

    /** @param code machine code, such as {@code sku-unknown} */
    record Remark(String code, Message message) {}

    /** A new list with the lines of this one. */
    Outcome<ProjectList> copy(Caller caller, Optional<IdempotencyKey> key, ProjectListId id, String name);
}
