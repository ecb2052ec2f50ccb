"""The rule engine: rules over lemma, features and literal forms. It knows no language."""
