# -*- coding: utf-8 -*-

################################################################################
## Form generated from reading UI file 'export_options.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QMetaObject)
from PySide6.QtWidgets import (QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton,
    QSizePolicy, QSpacerItem, QVBoxLayout)

class Ui_ExportOptions(object):
    def setupUi(self, ExportOptions):
        if not ExportOptions.objectName():
            ExportOptions.setObjectName(u"ExportOptions")
        ExportOptions.resize(560, 420)
        self.outer = QVBoxLayout(ExportOptions)
        self.outer.setSpacing(12)
        self.outer.setObjectName(u"outer")
        self.outer.setContentsMargins(20, 20, 20, 16)
        self.form = QFormLayout()
        self.form.setObjectName(u"form")
        self.form.setHorizontalSpacing(12)
        self.form.setVerticalSpacing(10)
        self.kind_label = QLabel(ExportOptions)
        self.kind_label.setObjectName(u"kind_label")

        self.form.setWidget(0, QFormLayout.ItemRole.LabelRole, self.kind_label)

        self.kind = QComboBox(ExportOptions)
        self.kind.setObjectName(u"kind")

        self.form.setWidget(0, QFormLayout.ItemRole.FieldRole, self.kind)

        self.layout_label = QLabel(ExportOptions)
        self.layout_label.setObjectName(u"layout_label")

        self.form.setWidget(1, QFormLayout.ItemRole.LabelRole, self.layout_label)

        self.layout_choice = QComboBox(ExportOptions)
        self.layout_choice.setObjectName(u"layout_choice")

        self.form.setWidget(1, QFormLayout.ItemRole.FieldRole, self.layout_choice)

        self.carries_label = QLabel(ExportOptions)
        self.carries_label.setObjectName(u"carries_label")

        self.form.setWidget(2, QFormLayout.ItemRole.LabelRole, self.carries_label)

        self.carries = QComboBox(ExportOptions)
        self.carries.setObjectName(u"carries")

        self.form.setWidget(2, QFormLayout.ItemRole.FieldRole, self.carries)

        self.charset_label = QLabel(ExportOptions)
        self.charset_label.setObjectName(u"charset_label")

        self.form.setWidget(3, QFormLayout.ItemRole.LabelRole, self.charset_label)

        self.charset = QComboBox(ExportOptions)
        self.charset.setObjectName(u"charset")

        self.form.setWidget(3, QFormLayout.ItemRole.FieldRole, self.charset)

        self.fingerprint = QCheckBox(ExportOptions)
        self.fingerprint.setObjectName(u"fingerprint")

        self.form.setWidget(4, QFormLayout.ItemRole.FieldRole, self.fingerprint)

        self.with_data = QCheckBox(ExportOptions)
        self.with_data.setObjectName(u"with_data")

        self.form.setWidget(5, QFormLayout.ItemRole.FieldRole, self.with_data)

        self.corrected = QCheckBox(ExportOptions)
        self.corrected.setObjectName(u"corrected")

        self.form.setWidget(6, QFormLayout.ItemRole.FieldRole, self.corrected)

        self.charts = QCheckBox(ExportOptions)
        self.charts.setObjectName(u"charts")

        self.form.setWidget(7, QFormLayout.ItemRole.FieldRole, self.charts)

        self.theme_label = QLabel(ExportOptions)
        self.theme_label.setObjectName(u"theme_label")

        self.form.setWidget(8, QFormLayout.ItemRole.LabelRole, self.theme_label)

        self.theme = QComboBox(ExportOptions)
        self.theme.setObjectName(u"theme")

        self.form.setWidget(8, QFormLayout.ItemRole.FieldRole, self.theme)


        self.outer.addLayout(self.form)

        self.remark = QLabel(ExportOptions)
        self.remark.setObjectName(u"remark")
        self.remark.setWordWrap(True)

        self.outer.addWidget(self.remark)

        self.stretch = QSpacerItem(0, 0, QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Expanding)

        self.outer.addItem(self.stretch)

        self.button_row = QHBoxLayout()
        self.button_row.setSpacing(8)
        self.button_row.setObjectName(u"button_row")
        self.gap = QSpacerItem(0, 0, QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

        self.button_row.addItem(self.gap)

        self.ok = QPushButton(ExportOptions)
        self.ok.setObjectName(u"ok")

        self.button_row.addWidget(self.ok)

        self.cancel = QPushButton(ExportOptions)
        self.cancel.setObjectName(u"cancel")
        self.cancel.setAutoDefault(False)

        self.button_row.addWidget(self.cancel)


        self.outer.addLayout(self.button_row)

#if QT_CONFIG(shortcut)
        self.kind_label.setBuddy(self.kind)
        self.layout_label.setBuddy(self.layout_choice)
        self.carries_label.setBuddy(self.carries)
        self.charset_label.setBuddy(self.charset)
        self.theme_label.setBuddy(self.theme)
#endif // QT_CONFIG(shortcut)

        self.retranslateUi(ExportOptions)
        self.ok.clicked.connect(ExportOptions.accept)
        self.cancel.clicked.connect(ExportOptions.reject)

        self.ok.setDefault(True)


        QMetaObject.connectSlotsByName(ExportOptions)
    # setupUi

    def retranslateUi(self, ExportOptions):
        ExportOptions.setWindowTitle(QCoreApplication.translate("ExportOptions", u"\u5bfc\u51fa\u9009\u9879", None))
        self.kind_label.setText(QCoreApplication.translate("ExportOptions", u"\u6587\u4ef6", None))
        self.layout_label.setText(QCoreApplication.translate("ExportOptions", u"\u7248\u5f0f", None))
        self.carries_label.setText(QCoreApplication.translate("ExportOptions", u"\u5e26\u4e0a\u4ec0\u4e48", None))
        self.charset_label.setText(QCoreApplication.translate("ExportOptions", u"\u7f16\u7801", None))
        self.fingerprint.setText(QCoreApplication.translate("ExportOptions", u"\u9875\u811a\u5370\u4e0a\u6307\u7eb9\uff0c\u7528\u6765\u6838\u5bf9\u7eb8\u4e0a\u7684\u62a5\u544a", None))
        self.with_data.setText(QCoreApplication.translate("ExportOptions", u"\u7f51\u9875\u91cc\u5e26\u4e0a\u6570\u636e\uff08JSON\uff09\uff0c\u4f9b\u522b\u7684\u7a0b\u5e8f\u8bfb", None))
        self.corrected.setText(QCoreApplication.translate("ExportOptions", u"\u6807\u51fa\u66f4\u6b63\u7684\u5730\u65b9\uff08\u4e0b\u4e00\u6b65\u9009\u516c\u5e03\u51fa\u53bb\u7684\u6587\u4ef6\uff09", None))
        self.charts.setText(QCoreApplication.translate("ExportOptions", u"\u540e\u9762\u9644\u4e0a\u56fe\u89e3", None))
        self.theme_label.setText(QCoreApplication.translate("ExportOptions", u"\u56fe\u89e3\u914d\u8272", None))
        self.ok.setText(QCoreApplication.translate("ExportOptions", u"\u5bfc\u51fa\u2026", None))
        self.cancel.setText(QCoreApplication.translate("ExportOptions", u"\u53d6\u6d88", None))
    # retranslateUi

