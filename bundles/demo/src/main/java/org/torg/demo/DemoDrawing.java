package org.torg.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;

/** A plain drawing of what a category holds, in its vendor's colour. No letters: a server may have no fonts. */
final class DemoDrawing {

    static final int WIDTH = 480;
    static final int HEIGHT = 360;

    private static final Color BODY = new Color(0xf7f9fa);
    private static final Color BODY_BELOW = new Color(0xd3dae0);
    private static final Color DARK = new Color(0x39434c);
    private static final Color LINE = new Color(0xaeb8c1);
    private static final Color GROUND = new Color(0x1d, 0x2a, 0x36, 0x22);

    /** What parts of a category's path are drawn as; the last part that is known counts. */
    private static final Map<String, Thing> THINGS = Map.ofEntries(
            Map.entry("indoor", Thing.DISC),
            Map.entry("pendants", Thing.BELL),
            Map.entry("spotlights", Thing.SPOT),
            Map.entry("track", Thing.SPOT),
            Map.entry("strips", Thing.BAR),
            Map.entry("office", Thing.BAR),
            Map.entry("panels", Thing.PANEL),
            Map.entry("floor", Thing.POLE),
            Map.entry("desk", Thing.SPOT),
            Map.entry("industrial", Thing.BAR),
            Map.entry("highbay", Thing.BELL),
            Map.entry("worklights", Thing.SPOT),
            Map.entry("outdoor", Thing.POLE),
            Map.entry("wall", Thing.BELL),
            Map.entry("floodlights", Thing.SPOT),
            Map.entry("inground", Thing.DISC),
            Map.entry("emergency", Thing.PANEL),
            Map.entry("batteries", Thing.BOX),
            Map.entry("lamps", Thing.BULB),
            Map.entry("led-tube", Thing.BAR),
            Map.entry("controls", Thing.BOX),
            Map.entry("sensors", Thing.DISC),
            Map.entry("profiles", Thing.BAR),
            Map.entry("splints", Thing.ARCH),
            Map.entry("appliances", Thing.ARCH),
            Map.entry("hearing-aids", Thing.EAR),
            Map.entry("ear-moulds", Thing.EAR),
            Map.entry("receivers", Thing.EAR),
            Map.entry("domes", Thing.BELL));

    private enum Thing {
        DISC,
        BELL,
        SPOT,
        BAR,
        PANEL,
        POLE,
        BULB,
        ARCH,
        EAR,
        BOX
    }

    private final Graphics2D graphics;
    private final Color accent;

    private DemoDrawing(Graphics2D graphics, Color accent) {
        this.graphics = graphics;
        this.accent = accent;
    }

    /**
     * @param category its path, such as {@code indoor/pendants}
     * @param accent {@code #rrggbb}
     */
    static BufferedImage of(String category, String accent) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        new DemoDrawing(graphics, Color.decode(accent)).draw(thing(category));
        graphics.dispose();
        return picture;
    }

    private static Thing thing(String category) {
        Thing thing = Thing.BOX;
        for (String part : List.of(category.split("/", -1))) {
            thing = THINGS.getOrDefault(part, thing);
        }
        return thing;
    }

    private void draw(Thing thing) {
        graphics.setColor(GROUND);
        graphics.fill(new Ellipse2D.Double(90, 300, 300, 26));
        switch (thing) {
            case DISC -> disc();
            case BELL -> bell();
            case SPOT -> spot();
            case BAR -> bar();
            case PANEL -> panel();
            case POLE -> pole();
            case BULB -> bulb();
            case ARCH -> arch();
            case EAR -> ear();
            case BOX -> box();
        }
    }

    private void body(Shape shape) {
        graphics.setPaint(new GradientPaint(0, 60, BODY, 0, 300, BODY_BELOW));
        graphics.fill(shape);
        graphics.setColor(LINE);
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(shape);
    }

    private void dark(Shape shape) {
        graphics.setColor(DARK);
        graphics.fill(shape);
    }

    private void lit(Shape shape) {
        graphics.setColor(accent);
        graphics.fill(shape);
    }

    private void disc() {
        dark(new Rectangle2D.Double(186, 60, 108, 110));
        body(new Ellipse2D.Double(90, 140, 300, 120));
        dark(new Ellipse2D.Double(140, 162, 200, 76));
        lit(new Ellipse2D.Double(168, 176, 144, 50));
    }

    private void bell() {
        dark(new Rectangle2D.Double(237, 0, 6, 96));
        Path2D shade = new Path2D.Double();
        shade.moveTo(124, 252);
        shade.curveTo(124, 168, 172, 96, 240, 96);
        shade.curveTo(308, 96, 356, 168, 356, 252);
        shade.closePath();
        body(shade);
        lit(new Ellipse2D.Double(124, 236, 232, 34));
    }

    private void spot() {
        dark(new Rectangle2D.Double(40, 56, 400, 26));
        dark(new Rectangle2D.Double(210, 82, 22, 60));
        Path2D head = new Path2D.Double();
        head.moveTo(150, 130);
        head.lineTo(290, 150);
        head.lineTo(340, 270);
        head.lineTo(220, 290);
        head.closePath();
        body(head);
        Path2D light = new Path2D.Double();
        light.moveTo(340, 270);
        light.lineTo(220, 290);
        light.lineTo(240, 304);
        light.lineTo(330, 288);
        light.closePath();
        lit(light);
    }

    private void bar() {
        dark(new Rectangle2D.Double(110, 0, 3, 150));
        dark(new Rectangle2D.Double(367, 0, 3, 150));
        body(new RoundRectangle2D.Double(40, 150, 400, 60, 10, 10));
        lit(new RoundRectangle2D.Double(52, 190, 376, 26, 8, 8));
    }

    private void panel() {
        Path2D panel = new Path2D.Double();
        panel.moveTo(70, 250);
        panel.lineTo(180, 80);
        panel.lineTo(420, 80);
        panel.lineTo(310, 250);
        panel.closePath();
        body(panel);
        Path2D light = new Path2D.Double();
        light.moveTo(98, 238);
        light.lineTo(192, 92);
        light.lineTo(396, 92);
        light.lineTo(302, 238);
        light.closePath();
        lit(light);
    }

    private void pole() {
        dark(new RoundRectangle2D.Double(222, 130, 36, 180, 8, 8));
        body(new RoundRectangle2D.Double(196, 50, 88, 90, 16, 16));
        lit(new Rectangle2D.Double(206, 92, 68, 34));
    }

    private void bulb() {
        lit(new Ellipse2D.Double(160, 50, 160, 160));
        body(new RoundRectangle2D.Double(198, 190, 84, 50, 10, 10));
        dark(new RoundRectangle2D.Double(206, 240, 68, 60, 14, 14));
    }

    private void arch() {
        graphics.setStroke(new BasicStroke(62, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(LINE);
        graphics.draw(new Arc2D.Double(120, 90, 240, 340, 10, 160, Arc2D.OPEN));
        graphics.setStroke(new BasicStroke(54, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(BODY);
        graphics.draw(new Arc2D.Double(120, 90, 240, 340, 10, 160, Arc2D.OPEN));
        graphics.setStroke(new BasicStroke(10, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.setColor(accent);
        graphics.draw(new Arc2D.Double(120, 90, 240, 340, 14, 152, Arc2D.OPEN));
    }

    private void ear() {
        Path2D aid = new Path2D.Double();
        aid.moveTo(270, 80);
        aid.curveTo(340, 80, 350, 200, 300, 270);
        aid.curveTo(280, 296, 240, 280, 256, 246);
        aid.curveTo(284, 190, 280, 150, 250, 130);
        aid.curveTo(226, 110, 236, 80, 270, 80);
        body(aid);
        graphics.setColor(DARK);
        graphics.setStroke(new BasicStroke(7, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        Path2D tube = new Path2D.Double();
        tube.moveTo(246, 104);
        tube.curveTo(160, 90, 130, 170, 168, 226);
        graphics.draw(tube);
        lit(new Ellipse2D.Double(148, 216, 48, 58));
    }

    private void box() {
        body(new RoundRectangle2D.Double(70, 130, 340, 130, 14, 14));
        dark(new Rectangle2D.Double(70, 156, 44, 78));
        dark(new Rectangle2D.Double(366, 156, 44, 78));
        lit(new Rectangle2D.Double(138, 206, 90, 18));
        graphics.setColor(LINE);
        graphics.fill(new Rectangle2D.Double(138, 158, 180, 8));
        graphics.fill(new Rectangle2D.Double(138, 178, 130, 8));
    }
}
