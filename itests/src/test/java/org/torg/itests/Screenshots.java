package org.torg.itests;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Takes pictures of the main pages of the demo, for {@code docs/screenshots}; started by {@code docs/screenshots/take}. */
final class Screenshots {

    private static final String BUYER = "ingrid@fjellheim-elektro.example";
    private static final String CLINIC = "hanne@solsiden-tannklinikk.example";
    private static final String DOWNLIGHTS = "/catalogue?vendor=lighting&category=indoor%2Fdownlights";
    private static final int DESKTOP = 1280;
    private static final int PHONE = 390;
    private static final int TALLEST = 1600;

    private final PortalShop shop;
    private final Path folder;
    private final Set<String> taken = new TreeSet<>();

    private Screenshots(PortalShop shop, Path folder) {
        this.shop = shop;
        this.folder = folder;
    }

    /** @param arguments the folder into which they go */
    public static void main(String[] arguments) throws IOException {
        PortalShop shop = new PortalShop();
        try {
            Screenshots screenshots = new Screenshots(shop, Path.of(arguments[0]));
            screenshots.customers();
            screenshots.clinic();
            screenshots.staff();
            screenshots.index();
        } finally {
            shop.close();
        }
    }

    private Page window(ColorScheme scheme, int width) {
        return shop.browser().open(scheme, width, true);
    }

    private void customers() throws IOException {
        Page stranger = window(ColorScheme.LIGHT, DESKTOP);
        take(stranger, "/sign-in", "sign-in");
        take(stranger, "/vendors/lighting/shipping", "vendor-shipping");
        Page page = shop.signedIn(BUYER, window(ColorScheme.LIGHT, DESKTOP));
        page.navigate(DOWNLIGHTS);
        String product = page.locator(".product h3 a").first().getAttribute("href");
        page.locator(".product h3 a").first().click();
        page.locator("aside .why summary").click();
        shoot(page, "product");
        page.fill("#quantity", "4");
        page.click("button[formaction='/projects/choose']");
        page.fill("#name", "Kontor, 2. etasje");
        page.click(PortalShop.MAIN);
        page.navigate("/projects");
        page.locator("main .rows a").first().click();
        shoot(page, "project-list");
        page.click("#ask button");
        shoot(page, "quote");
        page.navigate(product);
        page.fill("#quantity", "6");
        page.click("aside button[data-kind=main]");
        page.navigate("/cart");
        page.locator("header a:has-text('Lagre som favoritt')").first().click();
        page.fill("#name", "Vanlig påfyll");
        page.click(PortalShop.MAIN);
        take(page, "/favourites", "favourites");
        take(page, "/cart", "cart");
        page.locator("a:has-text('Til kassen')").first().click();
        page.fill("#reference", "PO 4711");
        shoot(page, "checkout");
        page.click("aside button[data-kind=main]");
        page.click("form[action$='/order'] button[data-kind=main]");
        page.reload();
        shoot(page, "order");
        take(page, "/orders", "orders");
        take(page, "/invoices", "invoices");
        take(page, "/quick-order", "quick-order");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            String dark = scheme == ColorScheme.DARK ? "-dark" : "";
            Page wide = shop.signedIn(BUYER, window(scheme, DESKTOP));
            take(wide, "/", "start" + dark);
            take(wide, DOWNLIGHTS, "catalogue" + dark);
        }
        Page phone = shop.signedIn(BUYER, window(ColorScheme.LIGHT, PHONE));
        take(phone, "/", "start-phone");
        take(phone, DOWNLIGHTS, "catalogue-phone");
        take(phone, product, "product-phone");
    }

    private void clinic() throws IOException {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            Page page = shop.signedIn(CLINIC, window(scheme, DESKTOP));
            page.navigate("/choose");
            page.locator("button[name=account][value*='/']").first().click();
            take(
                    page,
                    "/products/dental/SK-ANKER/configure",
                    scheme == ColorScheme.DARK ? "configurator-dark" : "configurator");
        }
    }

    /** Whatever the menu of the back office leads to. */
    private void staff() throws IOException {
        for (String role : List.of("staff-orders", "staff-catalog", "staff-modules", "administrator")) {
            if (!shop.market().has(role)) {
                continue;
            }
            Page page = shop.staff(role, window(ColorScheme.LIGHT, DESKTOP));
            List<String> paths = page.locator(".side nav a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .collect(Collectors.toList());
            take(page, "/office", "office");
            for (String path : paths) {
                take(page, path, path.substring(1).replace('/', '-'));
            }
        }
    }

    private void take(Page page, String path, String name) throws IOException {
        if (taken.contains(name)) {
            return;
        }
        Response response = page.navigate(path);
        if (response.status() == 200) {
            shoot(page, name);
        } else {
            System.out.println(path + " answers " + response.status() + ": no picture");
        }
    }

    private void shoot(Page page, String name) throws IOException {
        // Pictures below the fold are loaded when they are looked at.
        page.evaluate("document.querySelectorAll('img').forEach(image => image.loading = 'eager')");
        page.waitForFunction("Array.from(document.images).every(image => image.complete)");
        double height = ((Number) page.evaluate("document.documentElement.scrollHeight")).doubleValue();
        int width = page.viewportSize().width;
        byte[] picture = page.screenshot(
                new ScreenshotOptions().setFullPage(true).setClip(0, 0, width, Math.min(height, TALLEST)));
        BufferedImage full = ImageIO.read(new ByteArrayInputStream(picture));
        BufferedImage few = inFewColours(full);
        ImageIO.write(few, "png", folder.resolve(name + ".png").toFile());
        taken.add(name);
    }

    /** In the 256 colours that it uses most, all others as the nearest of them: pages have few, and pictures without patterns are small. */
    private static BufferedImage inFewColours(BufferedImage full) {
        int[] pixels = full.getRGB(0, 0, full.getWidth(), full.getHeight(), null, 0, full.getWidth());
        Map<Integer, Integer> counts = new HashMap<>();
        for (int pixel : pixels) {
            counts.merge(pixel, 1, Integer::sum);
        }
        int[] palette = counts.entrySet().stream()
                .sorted((one, other) -> Integer.compare(other.getValue(), one.getValue()))
                .limit(256)
                .mapToInt(Map.Entry::getKey)
                .toArray();
        Map<Integer, Integer> places = new HashMap<>();
        IndexColorModel colours = new IndexColorModel(8, palette.length, palette, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage few =
                new BufferedImage(full.getWidth(), full.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        byte[] indexed = ((DataBufferByte) few.getRaster().getDataBuffer()).getData();
        for (int i = 0; i < pixels.length; i++) {
            indexed[i] = (byte) (int) places.computeIfAbsent(pixels[i], pixel -> nearest(palette, pixel));
        }
        return few;
    }

    private static int nearest(int[] palette, int pixel) {
        return IntStream.range(0, palette.length)
                .boxed()
                .min(Comparator.comparingInt(place -> distance(palette[place], pixel)))
                .orElseThrow();
    }

    private static int distance(int one, int other) {
        int red = (one >> 16 & 255) - (other >> 16 & 255);
        int green = (one >> 8 & 255) - (other >> 8 & 255);
        int blue = (one & 255) - (other & 255);
        return red * red + green * green + blue * blue;
    }

    private void index() throws IOException {
        StringBuilder text = new StringBuilder(
                "# Screenshots\n\nThe main pages with the demo's data. `docs/screenshots/take` takes them anew.\n");
        for (String name : taken) {
            text.append("\n## ")
                    .append(name)
                    .append("\n![")
                    .append(name)
                    .append("](")
                    .append(name)
                    .append(".png)\n");
        }
        Files.writeString(folder.resolve("README.md"), text);
    }
}
