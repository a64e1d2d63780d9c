package org.torg.portal.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.torg.api.account.Caller;
import org.torg.api.account.Function;
import org.torg.api.account.Sessions;
import org.torg.api.vendor.VendorId;
import org.torg.portal.look.Assets;
import org.torg.portal.look.Reader;

/**
 * What stands around a page.
 *
 * @param title of the window, without the name of the portal
 * @param section of the menu that is marked; may be none of them
 * @param here the address to come back to
 * @param vendor whose page it is: its awning and accent
 * @param who has signed in; empty for strangers
 * @param cartLines in all open carts
 * @param projects how many project lists there are
 * @param told a sentence about what has just been done
 * @param csrf goes into every form
 * @param services what capabilities add to the menu
 * @param staff what the person may do in the back office; nothing for customers
 */
public record Frame(
        String title,
        String section,
        String here,
        Reader reader,
        Assets assets,
        Optional<VendorId> vendor,
        Optional<Sessions.Current> who,
        int cartLines,
        int projects,
        Optional<String> told,
        String csrf,
        List<MenuEntry> services,
        Set<Function> staff) {

    static final int MANY = 100;

    private static final Map<String, List<OfficePage>> OFFICE = new LinkedHashMap<>();

    static {
        OFFICE.put(
                "work",
                List.of(
                        new OfficePage("orders", "truck", Function.ORDER_READ),
                        new OfficePage("shipments", "box", Function.SHIPMENT_READ),
                        new OfficePage("quotes", "chat", Function.QUOTE_ANSWER),
                        new OfficePage("requests", "help", Function.REQUEST_DECIDE)));
        OFFICE.put(
                "register",
                List.of(
                        new OfficePage("customers", "users", Function.ACCOUNT_READ),
                        new OfficePage("invoices", "receipt", Function.INVOICE_READ),
                        new OfficePage("articles", "tag", Function.CATALOG_IMPORT),
                        new OfficePage("parameters", "gear", Function.PARAMETER_READ),
                        new OfficePage("simulation", "eye", Function.PRICE_SIMULATE)));
        OFFICE.put(
                "operation",
                List.of(
                        new OfficePage("modules", "layers", Function.MODULE_READ),
                        new OfficePage("mails", "alert", Function.MAIL_READ),
                        new OfficePage("staff", "user", Function.USER_MANAGE),
                        new OfficePage("audit", "history", Function.AUDIT_READ)));
    }

    /** A page of the back office at {@code /office/<section>}. */
    private record OfficePage(String section, String icon, Function function) {
        MenuEntry entry() {
            return new MenuEntry("office." + section, "/office/" + section, icon);
        }
    }

    /**
     * @param section and last part of the text's key, which is the path too
     * @param title in the reader's words, where the portal has none of its own
     */
    public record MenuEntry(String section, String path, String icon, Optional<String> title) {

        MenuEntry(String section, String path, String icon) {
            this(section, path, icon, Optional.empty());
        }

        private static final Set<String> FIRST = Set.of("overview", "catalogue", "orders");

        /** Whether it stands in the bar of phones, which has room for five; the others are at the foot of the page. */
        public boolean onPhones() {
            return FIRST.contains(section);
        }
    }

    /** What the portal is called: as its only vendor, or as the market square. */
    public String brand() {
        return reader.vendors().size() == 1 ? reader.of(reader.vendors().get(0).name()) : "Torg";
    }

    /** Whether it is the page of a vendor that is away. */
    public boolean isClosed() {
        return vendor.filter(stall -> !reader.isOpen(stall)).isPresent();
    }

    public String t(String key, Object... arguments) {
        return reader.text(key, arguments);
    }

    public String label(MenuEntry entry) {
        return entry.title().orElseGet(() -> t("menu." + entry.section()));
    }

    public boolean may(Function function) {
        return who.filter(person -> person.functions().contains(function)).isPresent();
    }

    /** What is not for somebody is not there. */
    public List<MenuEntry> menu() {
        List<MenuEntry> entries = new java.util.ArrayList<>();
        if (who.isPresent()) {
            entries.add(new MenuEntry("overview", "/", "home"));
        }
        entries.add(new MenuEntry("catalogue", "/catalogue", "grid"));
        if (may(Function.ORDER_READ)) {
            entries.add(new MenuEntry("orders", "/orders", "truck"));
        }
        if (may(Function.INVOICE_READ)) {
            entries.add(new MenuEntry("invoices", "/invoices", "receipt"));
        }
        if (may(Function.CART_EDIT)) {
            entries.add(new MenuEntry("projects", "/projects", "list"));
            entries.add(new MenuEntry("quick-order", "/quick-order", "bolt"));
        }
        entries.addAll(services);
        entries.add(new MenuEntry("help", "/help", "help"));
        return entries;
    }

    /** In whose name somebody of the staff is here; empty for all who come for themselves. */
    public Optional<Sessions.Person> actsFor() {
        return who.flatMap(Sessions.Current::actingFor)
                .filter(person -> person.kind() == Caller.ActingFor.Kind.CUSTOMER);
    }

    /** Whether somebody looks at it who works here and acts for no customer just now. */
    public boolean inOffice() {
        return !staff.isEmpty() && company().isEmpty();
    }

    /** The menu of the back office, in its groups; what is not for somebody is not there. */
    public Map<String, List<MenuEntry>> office() {
        Map<String, List<MenuEntry>> groups = new LinkedHashMap<>();
        OFFICE.forEach((group, all) -> {
            List<MenuEntry> own = all.stream()
                    .filter(page -> staff.contains(page.function()))
                    .map(OfficePage::entry)
                    .toList();
            if (!own.isEmpty()) {
                groups.put(group, own);
            }
        });
        if (!services.isEmpty()) {
            groups.put("services", services);
        }
        return groups;
    }

    /** How many project lists there are, as it stands beside their icon. */
    public String projectCount() {
        return projects < MANY ? reader.number(projects) : reader.number(MANY - 1) + "+";
    }

    /** Makes a form one deed, however often it is sent. */
    public String newKey() {
        return UUID.randomUUID().toString();
    }

    /** The company that the person acts for, as it is shown on top. */
    public Optional<Sessions.AccountChoice> company() {
        return who.flatMap(person -> person.account().flatMap(chosen -> person.accounts().stream()
                .filter(choice -> choice.account().equals(chosen))
                .findFirst()));
    }

    public Optional<String> location() {
        return company()
                .flatMap(company -> who.flatMap(Sessions.Current::location).flatMap(here -> company.locations().stream()
                        .filter(location -> location.location().equals(here))
                        .map(Sessions.LocationChoice::name)
                        .findFirst()));
    }
}
