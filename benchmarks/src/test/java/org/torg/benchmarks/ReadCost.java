package org.torg.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** The product list beside a bare JAX-RS resource and a bare servlet that answer the same bytes. */
final class ReadCost implements Measurement {
    private static final String LIST = Shop.API + "/products?category=indoor/downlights&limit=20";
    /** The pages that customers look at most, as the portal shows them. */
    private static final Map<String, String> PAGES = new LinkedHashMap<>();

    static {
        PAGES.put("page of 24 articles", "/catalogue?vendor=lighting&category=indoor%2Fdownlights");
        PAGES.put("page of orders", "/orders");
        PAGES.put("overview", "/");
        PAGES.put("page of the cart", "/cart");
    }

    private static final int CLIENTS = 4;

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public void run(Context context) {
        Shop shop = context.derby();
        Torg torg = shop.torg();
        String bytes = torg.send("GET", LIST, "", Map.of(), "");
        torg.control("payload", bytes);

        Figures stranger = measure(context, shop, "product list, stranger", LIST, "");
        Figures gold = measure(context, shop, "product list, gold customer", LIST, shop.gold());
        Map<String, Figures> pages = new LinkedHashMap<>();
        PAGES.forEach((name, path) -> pages.put(name, measure(context, shop, name, shop.visiting(path))));
        Figures gated = measure(context, shop, "servlet behind the gate", "/bench/servlet", "");
        torg.control("rest?on=false", "");
        Figures resource = measure(context, shop, "bare JAX-RS resource", "/bench/jaxrs/", "");
        Figures servlet = measure(context, shop, "bare servlet", "/bench/servlet", "");
        torg.control("rest?on=true", "");

        Report report = context.report();
        report.part("The product list (%d bytes, 20 articles; on Derby, 4 clients)".formatted(bytes.length()));
        report.load("bare servlet", servlet, "", "");
        report.load("bare JAX-RS resource", resource, Report.ratio(servlet.cpu() / resource.cpu(), "servlet"), "");
        report.load(
                "servlet behind Torg's request gate", gated, Report.ratio(servlet.cpu() / gated.cpu(), "servlet"), "");
        list(report, "product list, stranger", stranger, resource, servlet);
        list(report, "product list, gold customer with prices", gold, resource, servlet);
        pages.forEach((name, figures) -> report.load(
                "portal: " + name + ", gold customer",
                figures,
                Report.ratio(servlet.cpu() / figures.cpu(), "servlet of other bytes"),
                "p99 under 50 ms"));
    }

    private static void list(Report report, String name, Figures list, Figures resource, Figures servlet) {
        report.load(
                name,
                list,
                Report.ratio(resource.cpu() / list.cpu(), "resource") + ", "
                        + Report.ratio(servlet.cpu() / list.cpu(), "servlet"),
                "0.5 of resource; stretch 0.5 of servlet");
    }

    private static Figures measure(Context context, Shop shop, String what, String path, String token) {
        return measure(context, shop, what, shop.reading(path, token));
    }

    private static Figures measure(Context context, Shop shop, String what, Load.Requests requests) {
        context.say(what);
        Load load = new Load(shop.torg());
        load.run(what, context.report(), CLIENTS, context.seconds(3), client -> requests);
        return load.run(what, context.report(), CLIENTS, context.seconds(4), client -> requests);
    }
}
