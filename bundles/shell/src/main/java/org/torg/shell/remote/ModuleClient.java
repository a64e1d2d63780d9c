package org.torg.shell.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.torg.api.module.Activation;
import org.torg.api.module.ModuleSet;
import org.torg.shell.module.ModuleReport;

/** The commands {@code module list}, {@code module activate} and {@code module rollback} of a terminal. */
public final class ModuleClient {

    static final String USAGE = """
            Usage: module list [VENDOR]
                   module activate VENDOR FILE... [--remove MODULE]...
                   module rollback VENDOR GENERATION

            list      shows what vendors are made of, how it fares, and what could be activated
            activate  takes files of the tenant's module folder into use and removes modules, in one step
            rollback  publishes the modules and parameters of an earlier generation again

            --address URL   the tenant (TORG_ADDRESS, else http://127.0.0.1:8181)

            Who asks stands in the environment, never among the arguments: TORG_TOKEN (an API token with the functions
            module-read and module-activate), or TORG_USER (the e-mail address), TORG_PASSWORD and TORG_CODE (of the
            second factor). The right to do so has the role staff-modules.""";

    private static final String STANDARD_ADDRESS = "http://127.0.0.1:8181";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^/?#\\s]+/?");
    private static final Pattern VENDOR = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern GENERATION = Pattern.compile("[0-9]{1,18}");
    private static final Activation NOTHING = new Activation(List.of(), List.of());

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> environment;
    private final PrintStream out;
    private final List<String> words = new ArrayList<>();
    private final List<String> remove = new ArrayList<>();
    private Optional<String> given = Optional.empty();

    private ModuleClient(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    /** @return the exit code */
    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (arguments.isEmpty() || arguments.contains("--help") || arguments.contains("-h")) {
            out.println(USAGE);
            return 0;
        }
        try {
            new ModuleClient(environment, out).run(arguments);
            return 0;
        } catch (TenantException e) {
            err.println("torg: " + e.lines().get(0));
            e.lines().stream().skip(1).forEach(line -> err.println("      " + line));
            return 1;
        }
    }

    private void run(List<String> arguments) throws TenantException {
        split(arguments);
        String command = words.remove(0);
        switch (command) {
            case "list" -> {
                require(words.size() <= 1 && remove.isEmpty());
                try (Tenant tenant = tenant()) {
                    list(tenant);
                }
            }
            case "activate" -> {
                require(!words.isEmpty() && words.size() + remove.size() > 1);
                String vendor = vendor(words.remove(0));
                try (Tenant tenant = tenant()) {
                    activate(tenant, vendor);
                }
            }
            case "rollback" -> {
                require(words.size() == 2 && remove.isEmpty());
                String vendor = vendor(words.get(0));
                require(GENERATION.matcher(words.get(1)).matches());
                try (Tenant tenant = tenant()) {
                    ObjectNode body = json.createObjectNode().put("rollbackTo", Long.parseLong(words.get(1)));
                    tell(tenant, tenant.post(generations(vendor), body, NOTHING));
                }
            }
            default -> throw misunderstood();
        }
    }

    private void split(List<String> arguments) throws TenantException {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.equals("--address") || argument.equals("--remove")) {
                require(++i < arguments.size());
                if (argument.equals("--remove")) {
                    remove.add(arguments.get(i));
                } else {
                    given = Optional.of(arguments.get(i));
                }
            } else {
                require(!argument.startsWith("--"));
                words.add(argument);
            }
        }
        require(!words.isEmpty());
    }

    private Tenant tenant() throws TenantException {
        String address = given.orElse(environment.getOrDefault("TORG_ADDRESS", STANDARD_ADDRESS));
        if (!ADDRESS.matcher(address).matches()) {
            throw new TenantException(address + " is no address such as " + STANDARD_ADDRESS);
        }
        return new Tenant(URI.create(address.replaceAll("/$", "")), environment);
    }

    private void list(Tenant tenant) throws TenantException {
        List<String> vendors = words.isEmpty()
                ? Replies.each(tenant.get("vendors").path("items"), vendor -> vendor.path("id")
                        .asText())
                : List.of(vendor(words.get(0)));
        if (vendors.isEmpty()) {
            out.println("No vendor is here now.");
        }
        int shown = 0;
        Optional<TenantException> hidden = Optional.empty();
        for (String vendor : vendors) {
            try {
                JsonNode overview = tenant.get("vendors/" + vendor + "/modules");
                if (shown++ > 0) {
                    out.println();
                }
                ModuleReport.overview(Replies.overview(overview), newest(tenant, vendor))
                        .forEach(out::println);
            } catch (TenantException e) {
                // Of several vendors some may not be this person's.
                if (e.status() != 403 && e.status() != 404) {
                    throw e;
                }
                hidden = Optional.of(e);
            }
        }
        if (shown == 0 && hidden.isPresent()) {
            throw hidden.get();
        }
    }

    private void activate(Tenant tenant, String vendor) throws TenantException {
        ObjectNode body = json.createObjectNode();
        ArrayNode files = body.putArray("activate");
        words.forEach(files::add);
        ArrayNode removed = body.putArray("remove");
        remove.forEach(removed::add);
        tell(tenant, tenant.post(generations(vendor), body, new Activation(words, remove)));
    }

    private void tell(Tenant tenant, JsonNode reply) throws TenantException {
        ModuleSet published = Replies.set(reply);
        Optional<ModuleSet> before = newest(tenant, published.vendor().value()).stream()
                .filter(set -> set.generation() == published.generation() - 1)
                .findFirst();
        ModuleReport.published(published, before).forEach(out::println);
    }

    private static List<ModuleSet> newest(Tenant tenant, String vendor) throws TenantException {
        return Replies.each(tenant.get(generations(vendor) + "?limit=10").path("items"), Replies::set);
    }

    private static String generations(String vendor) {
        return "vendors/" + vendor + "/generations";
    }

    private static String vendor(String id) throws TenantException {
        if (!VENDOR.matcher(id).matches()) {
            throw new TenantException("there is no vendor " + id);
        }
        return id;
    }

    private static void require(boolean understood) throws TenantException {
        if (!understood) {
            throw misunderstood();
        }
    }

    private static TenantException misunderstood() {
        return new TenantException("this is no command; module --help lists them");
    }
}
