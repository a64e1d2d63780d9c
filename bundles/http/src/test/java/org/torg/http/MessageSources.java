package org.torg.http;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Every message that source files make, with its key and its English text. A method that hands its own parameters on
 * as a key or as a text is followed to those who call it, by name and number of parameters.
 */
final class MessageSources {

    record Found(String key, String english) implements Comparable<Found> {
        @Override
        public int compareTo(Found other) {
            int byKey = key.compareTo(other.key);
            return byKey == 0 ? english.compareTo(other.english) : byKey;
        }
    }

    /**
     * A text as the source writes it: pieces that are literal or stand for a parameter.
     *
     * @param given the conditions under which it is this text
     */
    private record Written(List<Piece> pieces, Map<String, Boolean> given) {

        static Written of(Piece... pieces) {
            return new Written(List.of(pieces), Map.of());
        }

        boolean agrees(Written other) {
            return given.entrySet().stream().allMatch(chosen -> chosen.getValue()
                    .equals(other.given.getOrDefault(chosen.getKey(), chosen.getValue())));
        }

        Written plus(Written more) {
            List<Piece> all = new ArrayList<>(pieces);
            all.addAll(more.pieces);
            return new Written(List.copyOf(all), both(given, more.given));
        }

        Written when(String condition, boolean holds) {
            return new Written(pieces, both(given, Map.of(condition, holds)));
        }

        Written always() {
            return new Written(pieces, Map.of());
        }

        boolean isLiteral() {
            return pieces.stream().allMatch(piece -> piece.parameter() < 0);
        }

        String literal() {
            StringBuilder text = new StringBuilder();
            pieces.forEach(piece -> text.append(piece.text()));
            return text.toString();
        }

        private static Map<String, Boolean> both(Map<String, Boolean> some, Map<String, Boolean> more) {
            Map<String, Boolean> all = new HashMap<>(some);
            all.putAll(more);
            return Map.copyOf(all);
        }
    }

    /** @param parameter its index; -1 for a literal piece */
    private record Piece(int parameter, String text) {}

    /** A method that makes a message when it is called. */
    private record Maker(
            Path bundle,
            String type,
            String method,
            boolean ofObject,
            int parameters,
            boolean several,
            Written key,
            Written english) {}

    private record Place(Path bundle, ClassTree type, Optional<MethodTree> method) {}

    private record Call(Place place, String file, Optional<String> on, String method, List<ExpressionTree> arguments) {}

    private final List<Call> calls = new ArrayList<>();
    private final Set<Found> found = new TreeSet<>();
    private final Set<String> unread = new TreeSet<>();

    private MessageSources() {}

    /**
     * @param api where {@code Message} and {@code Refusal} are, which every bundle sees
     * @param bundles of which none sees another
     */
    static MessageSources in(Path api, List<Path> bundles) throws IOException {
        MessageSources sources = new MessageSources();
        sources.read(api);
        for (Path bundle : bundles) {
            sources.read(bundle);
        }
        sources.follow(api);
        return sources;
    }

    private void read(Path bundle) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(bundle)) {
            all.filter(file -> file.toString().endsWith(".java")).sorted().forEach(files::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(files));
            for (CompilationUnitTree unit : task.parse()) {
                Path file = Path.of(unit.getSourceFile().getName()).getFileName();
                new Calls(bundle, file.toString()).scan(unit, null);
            }
        }
    }

    Set<Found> found() {
        return found;
    }

    /** Places where a message is made of a key or text that cannot be told from the source. */
    Set<String> unread() {
        return unread;
    }

    private void follow(Path api) {
        Written key = Written.of(new Piece(0, ""));
        Written english = Written.of(new Piece(1, ""));
        Deque<Maker> open = new ArrayDeque<>(List.of(new Maker(api, "Message", "new", false, 3, false, key, english)));
        Set<Maker> seen = new LinkedHashSet<>(open);
        while (!open.isEmpty()) {
            Maker maker = open.pop();
            for (Call call : calls) {
                if ((maker.bundle().equals(api)
                                || maker.bundle().equals(call.place().bundle()))
                        && makes(call, maker)) {
                    for (Maker outer : outer(call, maker)) {
                        if (seen.add(outer)) {
                            open.push(outer);
                        }
                    }
                }
            }
        }
    }

    private static boolean makes(Call call, Maker maker) {
        int count = call.arguments().size();
        boolean fits = maker.several() ? count >= maker.parameters() - 1 : count == maker.parameters();
        if (!fits || !call.method().equals(maker.method())) {
            return false;
        }
        String on = call.on().orElse(call.place().type().getSimpleName().toString());
        // The type of a variable is not known, so that every object's method of this name counts.
        return on.equals(maker.type()) || maker.ofObject() && !Character.isUpperCase(on.charAt(0));
    }

    private List<Maker> outer(Call call, Maker maker) {
        List<Maker> makers = new ArrayList<>();
        for (Written key : filled(maker.key(), call)) {
            for (Written english : filled(maker.english(), call)) {
                if (!key.agrees(english)) {
                    continue;
                }
                if (key.isLiteral() && english.isLiteral()) {
                    found.add(new Found(key.literal(), english.literal()));
                } else {
                    call.place().method().ifPresent(method -> makers.add(maker(call, method, key, english)));
                }
            }
        }
        if (makers.isEmpty()
                && (filled(maker.key(), call).isEmpty()
                        || filled(maker.english(), call).isEmpty())) {
            unread.add(call.file() + ": " + call.method());
        }
        return makers;
    }

    private static Maker maker(Call call, MethodTree method, Written key, Written english) {
        String name = method.getName().toString();
        return new Maker(
                call.place().bundle(),
                call.place().type().getSimpleName().toString(),
                name.equals("<init>") ? "new" : name,
                !name.equals("<init>") && !method.getModifiers().getFlags().contains(Modifier.STATIC),
                method.getParameters().size(),
                isSeveral(method),
                key.always(),
                english.always());
    }

    private static boolean isSeveral(MethodTree method) {
        List<? extends VariableTree> parameters = method.getParameters();
        return !parameters.isEmpty()
                && parameters.get(parameters.size() - 1).toString().contains("...");
    }

    private static List<Written> filled(Written template, Call call) {
        List<Written> all = List.of(Written.of());
        for (Piece piece : template.pieces()) {
            if (piece.parameter() >= call.arguments().size()) {
                return List.of();
            }
            List<Written> more = piece.parameter() < 0
                    ? List.of(Written.of(piece))
                    : written(call.arguments().get(piece.parameter()), call.place());
            all = all.stream()
                    .flatMap(before -> more.stream().map(before::plus))
                    .toList();
        }
        return all;
    }

    /** Every text that this expression may be; none when it cannot be told. */
    private static List<Written> written(Tree expression, Place place) {
        if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
            return List.of(Written.of(new Piece(-1, text)));
        }
        if (expression instanceof ParenthesizedTree inner) {
            return written(inner.getExpression(), place);
        }
        if (expression instanceof ConditionalExpressionTree either) {
            String condition = either.getCondition().toString();
            List<Written> both = new ArrayList<>();
            written(either.getTrueExpression(), place).forEach(text -> both.add(text.when(condition, true)));
            written(either.getFalseExpression(), place).forEach(text -> both.add(text.when(condition, false)));
            return both;
        }
        if (expression instanceof SwitchExpressionTree choice) {
            return choice.getCases().stream()
                    .flatMap(each -> written(each.getBody(), place).stream())
                    .toList();
        }
        if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
            List<Written> ends = written(sum.getRightOperand(), place);
            return written(sum.getLeftOperand(), place).stream()
                    .flatMap(start -> ends.stream().map(start::plus))
                    .toList();
        }
        return expression instanceof IdentifierTree name ? named(name.getName().toString(), place) : List.of();
    }

    private static List<Written> named(String name, Place place) {
        if (place.method().isPresent()) {
            List<? extends VariableTree> parameters = place.method().get().getParameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).getName().contentEquals(name)) {
                    return List.of(Written.of(new Piece(i, "")));
                }
            }
        }
        Map<String, ExpressionTree> variables = new HashMap<>();
        TreeScanner<Void, Void> scanner = new TreeScanner<>() {
            @Override
            public Void visitVariable(VariableTree variable, Void nothing) {
                if (variable.getInitializer() != null) {
                    variables.put(variable.getName().toString(), variable.getInitializer());
                }
                return super.visitVariable(variable, nothing);
            }
        };
        place.type().getMembers().stream()
                .filter(member -> member instanceof VariableTree field
                        && field.getModifiers().getFlags().contains(Modifier.STATIC))
                .forEach(field -> scanner.scan(field, null));
        place.method().ifPresent(method -> scanner.scan(method, null));
        ExpressionTree value = variables.get(name);
        return value == null || value instanceof IdentifierTree ? List.of() : written(value, place);
    }

    private final class Calls extends TreeScanner<Void, Void> {

        private final Path bundle;
        private final String file;
        private final Deque<Place> places = new ArrayDeque<>();

        Calls(Path bundle, String file) {
            this.bundle = bundle;
            this.file = file;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            // What an anonymous class does counts as done by the class around it.
            ClassTree named = type.getSimpleName().isEmpty() && !places.isEmpty()
                    ? places.peek().type()
                    : type;
            places.push(new Place(bundle, named, Optional.empty()));
            super.visitClass(type, nothing);
            places.pop();
            return null;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            places.push(new Place(bundle, places.peek().type(), Optional.of(method)));
            super.visitMethod(method, nothing);
            places.pop();
            return null;
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            ExpressionTree method = call.getMethodSelect();
            if (method instanceof MemberSelectTree select) {
                String on = select.getExpression() instanceof IdentifierTree name
                        ? name.getName().toString()
                        : "expression";
                add(Optional.of(on).filter(name -> !name.equals("this")), select.getIdentifier(), call.getArguments());
            } else if (method instanceof IdentifierTree name) {
                add(Optional.empty(), name.getName(), call.getArguments());
            }
            return super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            String type = made.getIdentifier().toString();
            add(Optional.of(type.substring(type.lastIndexOf('.') + 1)), "new", made.getArguments());
            return super.visitNewClass(made, nothing);
        }

        private void add(Optional<String> on, CharSequence method, List<? extends ExpressionTree> arguments) {
            calls.add(new Call(places.peek(), file, on, method.toString(), List.copyOf(arguments)));
        }
    }
}
