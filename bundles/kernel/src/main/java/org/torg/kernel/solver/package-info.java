/** What a configuration may still become: models of questions and constraints as clauses, on a solver. Knows no vendor. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.solver;
