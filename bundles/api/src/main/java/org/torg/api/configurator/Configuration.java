package org.torg.api.configurator;

/**
 * A configured article, complete or not.
 *
 * @param product of the model that it answers
 * @param model content hash of that model as it was when the answers were last judged: another one today means that they are
 *     judged again
 * @param answers of all stages that the reader may see
 */
public record Configuration(String product, String model, Answers answers) {}
