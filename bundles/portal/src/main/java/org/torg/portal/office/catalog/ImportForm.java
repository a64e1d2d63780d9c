package org.torg.portal.office.catalog;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.torg.api.Refusal;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Scope;
import org.torg.api.catalog.ImportRequest;
import org.torg.api.catalog.ImportRequest.Kind;
import org.torg.api.catalog.ImportRequest.OnError;
import org.torg.api.vendor.VendorId;
import org.torg.portal.office.Stall;
import org.torg.portal.page.Fields;

/**
 * The form that begins an import.
 *
 * @param kinds what this person may import for the vendor
 * @param typed what was chosen, to be shown again; a file has to be chosen anew
 * @param refusal why it was not begun
 * @param fileMissing whether none was chosen
 */
public record ImportForm(Stall stall, List<Kind> kinds, Fields typed, Optional<Refusal> refusal, boolean fileMissing) {

    public ImportForm {
        kinds = List.copyOf(kinds);
    }

    static ImportForm of(Stall stall, Caller caller, Fields typed) {
        return new ImportForm(stall, kinds(caller, stall.vendor()), typed, Optional.empty(), false);
    }

    ImportForm withoutFile() {
        return new ImportForm(stall, kinds, typed, Optional.empty(), true);
    }

    ImportForm refused(Refusal why) {
        return new ImportForm(stall, kinds, typed, Optional.of(why), false);
    }

    /** What somebody may import for a vendor, in the order of the list. */
    static List<Kind> kinds(Caller caller, VendorId vendor) {
        return Stream.of(Kind.PRODUCTS, Kind.PRICES, Kind.MEDIA, Kind.RELATIONS, Kind.ACCOUNTS)
                .filter(kind -> caller.may(right(kind), Scope.of(vendor)))
                .toList();
    }

    private static Function right(Kind kind) {
        return switch (kind) {
            case PRODUCTS, MEDIA, RELATIONS -> Function.CATALOG_IMPORT;
            case PRICES -> Function.PRICE_IMPORT;
            case ACCOUNTS -> Function.ACCOUNT_MANAGE;
        };
    }

    /** The chosen one, else the first. */
    public Kind kind() {
        return kinds.stream()
                .filter(kind -> word(kind).equals(typed.typed("kind")))
                .findFirst()
                .orElse(kinds.get(0));
    }

    /** A try changes nothing: who has not said otherwise tries first. */
    public boolean dryRun() {
        return !typed.typed("run").equals("real");
    }

    public OnError onError() {
        return typed.typed("faults").equals(word(OnError.SKIP)) ? OnError.SKIP : OnError.ABORT;
    }

    ImportRequest request() {
        return new ImportRequest(kind(), stall.vendor(), dryRun(), onError());
    }

    /** In kebab case. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
