//! Every member of Postman's own objects is there or named as missing.
